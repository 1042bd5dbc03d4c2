import { EnvironmentError, keptKey, type Platform } from '@mandate-graph/runtime';

/**
 * What wraps the keys of persons, and makes the digests of who they sign in as: of the environment, or else of the data
 * folder, outside production. Every subgraph that keeps something of persons has the same.
 */
export function personSecret({ environment }: Pick<Platform, 'environment'>): string {
  if (environment.personKey !== null) return environment.personKey;
  if (!environment.production) return keptKey(environment.dataDir, 'persons');
  throw new EnvironmentError([
    { path: 'PERSON_KEY', code: 'ENVIRONMENT', value: null, rule: 'is required when NODE_ENV is production.' },
  ]);
}
