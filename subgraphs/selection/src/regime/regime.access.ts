import type { AccessTable } from '@mandate-graph/runtime';

/** By which rules a selection runs is for everyone to know. */
export const REGIME_ACCESS: AccessTable = {
  SelectionProcedure: { PUBLIC: 'regime' },
  LegalRegime: { PUBLIC: 'code validFrom validTo validityBasis name rules' },
  RegimeRule: { PUBLIC: 'name value basis source from step' },
};
