import type { AccessTable } from '@mandate-graph/runtime';

/** Who sees a candidacy at all is decided where it is read; what of it, by whom they are. */
export const CANDIDACY_ACCESS: AccessTable = {
  Candidacy: { SELECTION_READ: 'id status version submittedAt' },
};
