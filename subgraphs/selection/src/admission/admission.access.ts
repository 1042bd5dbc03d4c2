import type { AccessTable } from '@mandate-graph/runtime';

export const ADMISSION_ACCESS: AccessTable = {
  Mutation: { SELECTION_RUN: 'declareInadmissible' },
};
