import { readFileSync, writeFileSync } from 'node:fs';
import { auditTrails, type TrailReport } from '@mandate-graph/selection';
import { withChapter } from './demo/document.ts';
import { PLAYS } from './demo/play.each.ts';
import { openStage } from './demo/stage.process.ts';
import { demoSelectionCommand } from './demo-selection.command.ts';
import { Refusal } from './failure.ts';
import { startGraphProcess } from './graph.process.ts';
import { runProgram } from './program.ts';
import { lineOf, sumOf } from './verify-trail.text.ts';

/** Both notices are open. */
const CLOCK = '2025-09-01T09:00:00+02:00';
/** The graph of the demonstration is on its own: nothing is written or sent elsewhere, whatever else is set. */
const ON_ITS_OWN = { DATABASE_URL: '', OIDC_ISSUER: '', MAIL_URL: '', NODE_ENV: '', CONTENT: 'notices' };

/** `npm run demo:selection [-- --into <file>]`: plays a selection of each institution, and verifies its trail. */
await runProgram(
  'demo:selection',
  async ({ running, tell, signal }) => {
    const { into } = demoSelectionCommand(process.argv.slice(2));
    const graph = await startGraphProcess({ ...ON_ITS_OWN, CLOCK });
    running.add('database', () => graph.stop());
    let lines: string[] = [];
    const stage = await openStage(graph, (line) => {
      lines.push(line);
      tell(line);
    });
    running.add('clock', () => stage.close());
    for (const { title, play } of PLAYS) {
      lines = [];
      tell(`\n## ${title}`);
      await play(stage);
      if (into !== null) writeFileSync(into, withChapter(readFileSync(into, 'utf8'), title, lines));
    }
    tell('\n## The trails\n');
    const reports: TrailReport[] = [];
    await auditTrails(stage.databaseUrl, {
      signal,
      tell: (report) => {
        reports.push(report);
        tell(`- ${lineOf(report)}`);
      },
    });
    if (reports.some(({ verdict }) => !verdict.whole)) throw new Refusal(sumOf(reports));
    return `\n${sumOf(reports)}`;
  },
  { unfinished: 1 },
);
