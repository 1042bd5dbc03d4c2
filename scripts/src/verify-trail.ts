import { existsSync } from 'node:fs';
import { startEmbeddedServer } from '@mandate-graph/persistence';
import { auditTrails, NoTrails, type TrailReport } from '@mandate-graph/selection';
import { openingFailure, Refusal } from './failure.ts';
import { type Program, runProgram } from './program.ts';
import { verifyTrailCommand } from './verify-trail.command.ts';
import { lineOf, sumOf } from './verify-trail.text.ts';

/** `npm run verify-trail [-- --head <procedure>=<entries>:<hash> …]`: whether the trails of all procedures are whole. */
await runProgram(
  'verify-trail',
  async (program) => {
    const noted = verifyTrailCommand(process.argv.slice(2));
    const url = await databaseUrl(program);
    const reports: TrailReport[] = [];
    const tell = (report: TrailReport): void => {
      reports.push(report);
      program.tell(lineOf(report));
    };
    await auditTrails(url, { noted, tell, signal: program.signal }).catch((error: unknown) => {
      throw error instanceof NoTrails ? error : openingFailure('selection', error);
    });
    if (reports.some(({ verdict }) => !verdict.whole)) throw new Refusal(sumOf(reports));
    return sumOf(reports);
  },
  // Whoever goes by the code must not take trails for whole that were not read to their end.
  { unfinished: 1 },
);

/** That of the environment, or else the one in the data folder, whether or not a graph runs on it. */
async function databaseUrl({ environment, running }: Program): Promise<string> {
  const elsewhere = environment.databaseUrlOf('selection');
  if (elsewhere !== null) return elsewhere;
  const { dataDir } = environment;
  if (!existsSync(dataDir)) {
    throw new Refusal(`There is no data folder ${dataDir}: set DATA_DIR, DATABASE_URL or DATABASE_URL_SELECTION.`);
  }
  const server = await startEmbeddedServer({ dataDir });
  running.add('database', () => server.stop());
  return server.url;
}
