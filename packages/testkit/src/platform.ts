import { type Clock, fixedClock } from '@mandate-graph/domain';
import {
  type Actor,
  actorCredentials,
  type Credentials,
  type Environment,
  feedCredentials,
  type Logger,
  type Platform,
  readEnvironment,
  readPrivateKey,
} from '@mandate-graph/runtime';
import { silentLog } from './log.ts';

/** A key pair that everyone knows. */
export const TEST_ACTOR_KEYS = {
  privateKey: 'MC4CAQAwBQYDK2VwBCIEIDdzWL0i4Cobd0T8AtKgHl0y3VZ51V8BMQdyJFO8U8He',
  publicKey: 'MCowBQYDK2VwAyEAgji2bcX91piX-L9hgsZXVhJM1A7x-pd6k2uLgF2aIgM',
};
export const TEST_FEED_KEY = 'f'.repeat(40);
export const TEST_PERSON_KEY = 'p'.repeat(40);
/** Both notices are open at this instant. */
export const WHILE_BOTH_ARE_OPEN = '2025-09-01T09:00:00+02:00';

export const testEnvironment = (variables: Record<string, string> = {}): Environment =>
  readEnvironment({ PORT: '0', LOG_LEVEL: 'silent', PERSON_KEY: TEST_PERSON_KEY, ...variables });

/** A platform that can also do the gateway’s part: sign for actors. */
export interface TestPlatform extends Platform {
  readonly actorCredentials: Credentials<Actor>;
}

/** What a process would hand to a subgraph, with a clock that stands still. */
export function testPlatform(options: {
  databaseUrl: string;
  clock?: Clock;
  log?: Logger;
  environment?: Environment;
  feedUrls?: ReadonlyMap<string, string>;
}): TestPlatform {
  return {
    environment: options.environment ?? testEnvironment(),
    clock: options.clock ?? fixedClock(WHILE_BOTH_ARE_OPEN),
    log: options.log ?? silentLog,
    actorCredentials: actorCredentials(readPrivateKey(TEST_ACTOR_KEYS.privateKey)!),
    feedCredentials: feedCredentials(TEST_FEED_KEY),
    databaseUrlOf: () => options.databaseUrl,
    feedUrlOf: (subgraph) => options.feedUrls?.get(subgraph) ?? null,
  };
}
