import { auditTrails, type TrailReport } from '@mandate-graph/selection';
import { playGob } from './demo/play.gob.ts';
import { playKsz } from './demo/play.ksz.ts';
import { openStage } from './demo/stage.process.ts';
import { Refusal } from './failure.ts';
import { startGraphProcess } from './graph.process.ts';
import { runProgram } from './program.ts';
import { lineOf, sumOf } from './verify-trail.text.ts';

/** Both notices are open. */
const CLOCK = '2025-09-01T09:00:00+02:00';
/** The graph of the demonstration is on its own: nothing is written or sent elsewhere, whatever else is set. */
const ON_ITS_OWN = { DATABASE_URL: '', OIDC_ISSUER: '', MAIL_URL: '', NODE_ENV: '', CONTENT: 'notices' };

/** `npm run demo:selection`: plays a selection of each institution on a graph of its own, and verifies its trails. */
await runProgram(
  'demo:selection',
  async ({ running, tell, signal }) => {
    const graph = await startGraphProcess({ ...ON_ITS_OWN, CLOCK });
    running.add('database', () => graph.stop());
    const stage = await openStage(graph, tell);
    running.add('clock', () => stage.close());
    tell('## A KSZ selection');
    await playKsz(stage);
    tell('\n## A GOB selection');
    await playGob(stage);
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
