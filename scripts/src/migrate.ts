import { openingFailure } from './failure.ts';
import { openPlatform } from './platform.ts';
import { runProgram } from './program.ts';
import { readRegistry } from './root.ts';
import { loadSubgraph, subgraphNames } from './subgraphs.ts';

/** `npm run migrate`: brings the database of every subgraph up to date, and ends. */
await runProgram(
  'migrate',
  async (program) => {
    const registry = readRegistry();
    const subgraphs = subgraphNames(registry);
    const platform = await openPlatform({ ...program, parts: subgraphs, ownsClock: false, feedUrlOf: () => null });
    for (const name of subgraphs) {
      program.signal.throwIfAborted();
      const definition = await loadSubgraph(name, registry);
      const open = await definition.open(platform).catch((error: unknown) => {
        throw openingFailure(name, error);
      });
      await open.close();
      program.tell(`The database of ${name} is up to date.`);
    }
    return 'All databases are up to date.';
  },
  { part: 'subgraph' },
);
