import { type Clock, systemClock, TIME_ZONE } from '@mandate-graph/domain';
import { DemonstrationClock, startEmbeddedServer } from '@mandate-graph/persistence';
import {
  actorCredentials,
  type Environment,
  feedCredentials,
  keptKey,
  type Logger,
  type Platform,
  parseInstant,
} from '@mandate-graph/runtime';
import { Refusal, sentenceOf } from './failure.ts';
import type { Running } from './running.ts';

export interface PlatformOptions {
  readonly environment: Environment;
  readonly log: Logger;
  /** Those that this process runs. */
  readonly subgraphs: readonly string[];
  /** Whether this process is the whole graph, and says for all what time it is; else it goes by what others have set. */
  readonly ownsClock: boolean;
  readonly feedUrlOf: (subgraph: string) => string | null;
  readonly running: Running;
  readonly tell: (sentence: string) => void;
}

/** Opens what the subgraphs of a process share: database server, clock and credentials. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { environment, log, subgraphs, feedUrlOf } = options;
  const embedded = subgraphs.some((name) => environment.databaseUrlOf(name) === null);
  if (environment.clock !== null && !embedded) {
    throw new Refusal('CLOCK is the demonstration clock, which works with the embedded server only: leave it out.');
  }
  const { clock, url } = embedded ? await openEmbedded(options) : { clock: systemClock, url: null };
  return {
    environment,
    clock,
    log,
    ...openCredentials(environment),
    databaseUrlOf: (subgraph) => environment.databaseUrlOf(subgraph) ?? url!,
    feedUrlOf,
  };
}

/** The keys of the environment, or else those of the data folder. */
export function openCredentials(environment: Environment) {
  const { dataDir, actorKey, feedKey } = environment;
  try {
    return {
      actorCredentials: actorCredentials(actorKey ?? keptKey(dataDir, 'actor')),
      feedCredentials: feedCredentials(feedKey ?? keptKey(dataDir, 'feed')),
    };
  } catch (error) {
    throw new Refusal(
      `The keys of the services cannot be kept in ${dataDir} (${sentenceOf(error)}): set DATA_DIR to a folder that this user can write to, or set ACTOR_KEY and FEED_KEY.`,
    );
  }
}

async function openEmbedded(options: PlatformOptions): Promise<{ clock: Clock; url: string }> {
  const { environment, log, running, tell } = options;
  tell('Starting the embedded database.');
  const server = await startEmbeddedServer({ dataDir: environment.dataDir, onProgress: tell });
  running.add('database', () => server.stop());
  const given = environment.clock === null ? null : parseInstant(environment.clock);
  // Of several processes with the same CLOCK, the one that started the database sets it: the others came later.
  const sets = options.ownsClock || server.started;
  const clock = await DemonstrationClock.open(server.url, sets ? given : null, log);
  running.add('clock', () => clock.close());
  if (options.ownsClock && given === null) await clock.reset();
  if (given !== null) {
    tell(
      `The demonstration clock says ${clock.now().toZonedDateTimeISO(TIME_ZONE).toString({ smallestUnit: 'second' })}.`,
    );
  }
  return { clock, url: server.url };
}
