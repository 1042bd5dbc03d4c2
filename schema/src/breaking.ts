import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What clients of the released API would notice, in sentences, unless the changelog names it word for word. */
export async function breakingChanges(released: string, current: string, changelog: string): Promise<string[]> {
  const changes = await diff(buildSchema(released), buildSchema(current));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .filter((change) => change.path === undefined || !changelog.includes(`\`${change.path}\``))
    .map((change) => `${change.path}: ${change.message}`);
}
