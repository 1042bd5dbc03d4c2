import type { AccessTable } from '@mandate-graph/runtime';

/** Candidates see their own once the result was sent to them; the authority, what was submitted to it. */
export const CONCLUSION_ACCESS: AccessTable = {
  Mutation: { COMMITTEE_ACT: 'concludeCandidate' },
  Candidacy: { SELECTION_READ: 'group groupReasons concludedAt' },
};
