import { Refused, VersionConflict } from '@mandate-graph/runtime';
import { createUnionType } from 'type-graphql';

/** A payload, or why there is none. */
export const result = <T extends new () => object>(name: string, payload: T) =>
  createUnionType({
    name,
    types: () => [payload, Refused, VersionConflict] as const,
    resolveType: (value) => ('problems' in value ? Refused : 'givenVersion' in value ? VersionConflict : payload),
  });
