import type { AccessTable } from '@mandate-graph/runtime';

/** Of the numbers everyone sees what the service shows: see EXACT_COUNTS. */
export const COUNT_ACCESS: AccessTable = {
  SelectionProcedure: { PUBLIC: 'counts' },
  SelectionCounts: { PUBLIC: 'candidates admitted suitable steps' },
  SelectionStepCount: { PUBLIC: 'step passed' },
};
