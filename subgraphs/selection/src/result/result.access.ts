import type { AccessTable } from '@mandate-graph/runtime';

/** Of the numbers everyone sees what the service shows: see EXACT_COUNTS. */
export const RESULT_ACCESS: AccessTable = {
  Mutation: { COMMITTEE_ACT: 'submitResult' },
  SelectionProcedure: { PUBLIC: 'result' },
  SubmittedResult: { PUBLIC: 'submittedAt suitable unsuitable ranked' },
};
