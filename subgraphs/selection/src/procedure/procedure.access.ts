import type { AccessTable } from '@mandate-graph/runtime';

/** That a selection runs, and where it stands, is public. */
export const PROCEDURE_ACCESS: AccessTable = {
  Query: { PUBLIC: 'selectionProcedure' },
  Mutation: { SELECTION_RUN: 'startSelection concludeStep' },
  Vacancy: { PUBLIC: 'id selectionProcedure' },
  SelectionProcedure: { PUBLIC: 'createdAt id legalRegime status steps suitabilityScheme vacancy version ending' },
  SelectionStep: { PUBLIC: 'announcedKey eliminatory id key kind name position status version' },
  SelectionRecorded: { SELECTION_ACT: 'id version recordedAt procedure' },
};
