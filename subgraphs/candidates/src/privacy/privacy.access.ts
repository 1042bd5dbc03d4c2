import type { AccessTable } from '@mandate-graph/runtime';

export const PRIVACY_ACCESS: AccessTable = {
  Query: { PUBLIC: 'retention' },
  Mutation: { OWN: 'eraseMe', ERASE_CANDIDATE: 'eraseCandidate' },
  Candidate: { OWN: 'everything' },
  // Read by whoever was let in to the mutation.
  Erased: { PUBLIC: 'candidate erasedAt' },
  RetentionRule: { PUBLIC: 'purpose what basis period startsFrom' },
};
