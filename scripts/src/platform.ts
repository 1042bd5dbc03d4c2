import { type Clock, systemClock } from '@mandate-graph/domain';
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
import { timeOf } from './clock.text.ts';
import { Refusal, sentenceOf } from './failure.ts';
import type { Running } from './running.ts';

export interface PlatformOptions {
  readonly environment: Environment;
  readonly log: Logger;
  /** Those that this process runs. */
  readonly subgraphs: readonly string[];
  /** Whether this process is the whole graph. */
  readonly ownsClock: boolean;
  readonly feedUrlOf: (subgraph: string) => string | null;
  readonly running: Running;
  readonly tell: (sentence: string) => void;
}

/** A platform whose clock is still as others have it. */
export interface OpenPlatform extends Platform {
  /** Says what time it is, where that is for this process to say: once it is sure that it will run. */
  startClock(): Promise<void>;
}

/** Opens what the subgraphs of a process share: database server, clock and credentials. */
export async function openPlatform(options: PlatformOptions): Promise<OpenPlatform> {
  const { environment, log, subgraphs, feedUrlOf } = options;
  const embedded = subgraphs.some((name) => environment.databaseUrlOf(name) === null);
  if (environment.clock !== null && !embedded) {
    throw new Refusal('CLOCK is the demonstration clock, which works with the embedded server only: leave it out.');
  }
  const { clock, startClock, url } = embedded
    ? await openEmbedded(options)
    : { clock: systemClock, startClock: async () => undefined, url: null };
  return {
    environment,
    clock,
    startClock,
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

async function openEmbedded(
  options: PlatformOptions,
): Promise<{ clock: Clock; startClock: () => Promise<void>; url: string }> {
  const { environment, log, running, tell } = options;
  tell('Opening the embedded database.');
  const server = await startEmbeddedServer({ dataDir: environment.dataDir, onProgress: tell });
  running.add('database', () => server.stop());
  const given = environment.clock === null ? null : parseInstant(environment.clock);
  const clock = await DemonstrationClock.open(server.url, null, log);
  running.add('clock', () => clock.close());
  const startClock = async (): Promise<void> => {
    // Whoever is the whole graph, or the first process of one, says what time it is; the others go by that.
    if (options.ownsClock || server.started) await (given === null ? clock.reset() : clock.set(given));
    if (given !== null) tell(`The demonstration clock says ${timeOf(clock)}.`);
  };
  return { clock, startClock, url: server.url };
}
