import { existsSync } from 'node:fs';
import { DemonstrationClock, startEmbeddedServer } from '@mandate-graph/persistence';
import { clockCommand } from './clock.command.ts';
import { timeOf } from './clock.text.ts';
import { Refusal } from './failure.ts';
import { runProgram } from './program.ts';

/** `npm run clock -- <command>`: reads or moves the demonstration clock that all processes of a graph share. */
await runProgram('clock', async ({ environment, log, running }) => {
  const command = clockCommand(process.argv.slice(2));
  const { dataDir, databaseUrl } = environment;
  if (databaseUrl !== null) {
    throw new Refusal('The demonstration clock works with the embedded server only: DATABASE_URL must not be set.');
  }
  const idle = new Refusal(
    `No graph is running on the data folder ${dataDir}: start one with npm start, or set DATA_DIR.`,
  );
  if (!existsSync(dataDir)) throw idle;
  const server = await startEmbeddedServer({ dataDir });
  running.add('database', () => server.stop());
  // A server that had to be started serves nobody.
  if (server.started) throw idle;
  const clock = await DemonstrationClock.open(server.url, null, log);
  running.add('clock', () => clock.close());
  await command(clock);
  return `The clock of the graph says ${timeOf(clock)}.`;
});
