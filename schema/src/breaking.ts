import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What clients of the released API would notice, in sentences, unless the changelog names it among what is unreleased. */
export async function breakingChanges(released: string, current: string, changelog: string): Promise<string[]> {
  const named = unreleased(changelog);
  const changes = await diff(buildSchema(released), buildSchema(current));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .filter((change) => change.path === undefined || !named.includes(`\`${change.path}\``))
    .map((change) => `${change.path}: ${change.message}`);
}

/** The section of what is not released yet: a path named for an earlier release excuses nothing now. */
const unreleased = (changelog: string): string =>
  changelog.split(/^(?=## )/m).find((section) => /^## \[Unreleased\]\s*$/m.test(section)) ?? '';
