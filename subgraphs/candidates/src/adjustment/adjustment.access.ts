import type { AccessTable } from '@mandate-graph/runtime';

/** Health data stand under a rule of their own: nobody who judges holds a role that it names. */
export const ADJUSTMENT_ACCESS: AccessTable = {
  Mutation: { OWN: 'saveAdjustment removeAdjustment' },
  Application: { ADJUSTMENTS_READ: 'adjustments' },
  Adjustment: { ADJUSTMENTS_READ: 'id version kind request recordedAt' },
};
