import { type Clock, fixedClock } from '@mandate-graph/domain';
import {
  actorCredentials,
  type Environment,
  feedCredentials,
  type Logger,
  type Platform,
  readEnvironment,
} from '@mandate-graph/runtime';
import { silentLog } from './log.ts';

export const TEST_ACTOR_KEY = 'a'.repeat(40);
export const TEST_FEED_KEY = 'f'.repeat(40);
/** Both notices are open at this instant. */
export const WHILE_BOTH_ARE_OPEN = '2025-09-01T09:00:00+02:00';

export const testEnvironment = (variables: Record<string, string> = {}): Environment =>
  readEnvironment({ PORT: '0', LOG_LEVEL: 'silent', ...variables });

/** What a process would hand to a subgraph, with a clock that stands still. */
export function testPlatform(options: {
  databaseUrl: string;
  clock?: Clock;
  log?: Logger;
  environment?: Environment;
  feedUrls?: ReadonlyMap<string, string>;
}): Platform {
  return {
    environment: options.environment ?? testEnvironment(),
    clock: options.clock ?? fixedClock(WHILE_BOTH_ARE_OPEN),
    log: options.log ?? silentLog,
    actorCredentials: actorCredentials(TEST_ACTOR_KEY),
    feedCredentials: feedCredentials(TEST_FEED_KEY),
    databaseUrlOf: () => options.databaseUrl,
    feedUrlOf: (subgraph) => options.feedUrls?.get(subgraph) ?? null,
  };
}
