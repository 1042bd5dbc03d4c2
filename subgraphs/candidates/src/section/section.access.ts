import type { AccessTable } from '@mandate-graph/runtime';

export const SECTION_ACCESS: AccessTable = { Mutation: { OWN: 'saveSpecificSection removeSpecificSection' } };
