import { existsSync } from 'node:fs';
import { startEmbeddedServer } from '@mandate-graph/persistence';
import { auditTrails, NoTrails, type TrailReport } from '@mandate-graph/selection';
import { openingFailure, Refusal } from './failure.ts';
import { type Program, runProgram } from './program.ts';
import { reportOf, summaryOf, verifyTrailCommand } from './verify-trail.command.ts';

/** `npm run verify-trail -- <options>`: whether the trails of all selection procedures are whole. It only reads. */
await runProgram('verify-trail', async (program) => {
  const { database, heads } = verifyTrailCommand(process.argv.slice(2));
  const url = database ?? (await ownDatabase(program));
  const reports: TrailReport[] = [];
  await auditTrails(url, heads, (report) => {
    reports.push(report);
    program.tell(reportOf(report));
  }).catch((error: unknown) => {
    if (error instanceof NoTrails)
      throw new Refusal('There are no trails in this database: nothing of a selection is.');
    throw openingFailure('selection', error);
  });
  return summaryOf(reports);
});

/** Of the environment, or else of the data folder, whose graph may be running or not. */
async function ownDatabase({ environment, running }: Program): Promise<string> {
  const elsewhere = environment.databaseUrlOf('selection');
  if (elsewhere !== null) return elsewhere;
  const { dataDir } = environment;
  if (!existsSync(dataDir)) throw new Refusal(`There is no data folder ${dataDir}: set DATA_DIR, or give --database.`);
  const server = await startEmbeddedServer({ dataDir });
  running.add('database', () => server.stop());
  return server.url;
}
