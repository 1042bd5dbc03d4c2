import type { AccessTable } from '@mandate-graph/runtime';

/** Candidates see their own place once the result was sent to them; the authority, what was submitted to it. */
export const RANKING_ACCESS: AccessTable = {
  Mutation: { COMMITTEE_ACT: 'rankCandidates' },
  Candidacy: { SELECTION_READ: 'place placeReasons' },
  SelectionProcedure: { COMMITTEE_READ: 'rankingVersion' },
};
