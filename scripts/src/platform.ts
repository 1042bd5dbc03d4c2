import { type Clock, systemClock } from '@mandate-graph/domain';
import { DemonstrationClock, startEmbeddedServer } from '@mandate-graph/persistence';
import {
  type Actor,
  actorSigner,
  actorVerifier,
  type CredentialSigner,
  type Environment,
  feedCredentials,
  keptKey,
  type Logger,
  newKeyPair,
  type Platform,
  parseInstant,
  publicKeyOf,
  readPrivateKey,
} from '@mandate-graph/runtime';
import { timeOf } from './clock.text.ts';
import { Refusal, sentenceOf } from './failure.ts';
import type { Running } from './running.ts';

/** The key pair of the gateway in the data folder. */
const ACTOR_PAIR = 'actor-pair';

export interface DatabaseOptions {
  readonly environment: Environment;
  readonly log: Logger;
  /** The parts that this process runs: subgraphs, the gateway. */
  readonly parts: readonly string[];
  /** Whether this process is the whole graph. */
  readonly ownsClock: boolean;
  readonly running: Running;
  readonly tell: (sentence: string) => void;
}

export interface PlatformOptions extends DatabaseOptions {
  readonly feedUrlOf: (subgraph: string) => string | null;
}

/** The databases of the parts, and a clock that is still as others have it. */
export interface OpenDatabase extends Pick<Platform, 'clock' | 'databaseUrlOf'> {
  /** Says what time it is, where that is for this process to say: once it is sure that it will run. */
  startClock(): Promise<void>;
}

/** Opens what the subgraphs of a process share: database server, clock and credentials. */
export async function openPlatform(options: PlatformOptions): Promise<Platform & OpenDatabase> {
  const { environment, log, feedUrlOf } = options;
  return { environment, log, ...(await openDatabase(options)), ...openCredentials(environment), feedUrlOf };
}

/** The embedded server, unless every part of this process has a database elsewhere. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { environment, parts } = options;
  const embedded = parts.some((name) => environment.databaseUrlOf(name) === null);
  if (environment.clock !== null && !embedded) {
    throw new Refusal('CLOCK is the demonstration clock, which works with the embedded server only: leave it out.');
  }
  const { clock, startClock, url } = embedded
    ? await openEmbedded(options)
    : { clock: systemClock, startClock: async () => undefined, url: null };
  return { clock, startClock, databaseUrlOf: (part) => environment.databaseUrlOf(part) ?? url! };
}

/** What subgraphs check credentials by: the keys of the environment, or else those of the data folder. */
export function openCredentials(environment: Environment): Pick<Platform, 'actorCredentials' | 'feedCredentials'> {
  const { dataDir, actorPrivateKey, actorPublicKey, feedKey } = environment;
  return orRefuse(environment, () => ({
    actorCredentials: actorVerifier(actorPublicKey ?? publicKeyOf(actorPrivateKey ?? keptPrivateKey(dataDir))),
    feedCredentials: feedCredentials(feedKey ?? keptKey(dataDir, 'feed')),
  }));
}

/** What the gateway signs by. */
export function openSigner(environment: Environment): CredentialSigner<Actor> {
  const { dataDir, actorPrivateKey, actorPublicKey } = environment;
  if (actorPrivateKey === null && actorPublicKey !== null) {
    throw new Refusal('The gateway signs: where ACTOR_PUBLIC_KEY is set, it needs ACTOR_PRIVATE_KEY as well.');
  }
  return orRefuse(environment, () => actorSigner(actorPrivateKey ?? keptPrivateKey(dataDir)));
}

function keptPrivateKey(dataDir: string) {
  const key = readPrivateKey(keptKey(dataDir, ACTOR_PAIR, () => newKeyPair().privateKey));
  if (key === null) throw new Error(`keys/${ACTOR_PAIR} holds no key`);
  return key;
}

function orRefuse<T>({ dataDir }: Environment, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new Refusal(
      `The keys of the services cannot be kept in ${dataDir} (${sentenceOf(error)}): set DATA_DIR to a folder that this user can write to, or set ACTOR_PRIVATE_KEY, ACTOR_PUBLIC_KEY and FEED_KEY.`,
    );
  }
}

async function openEmbedded(
  options: DatabaseOptions,
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
