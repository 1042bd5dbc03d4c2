import { type AccessTable, LOCALIZED_TEXT_ACCESS, mergeAccess } from '@mandate-graph/runtime';

const PROCEDURES: AccessTable = {
  Query: { PUBLIC: 'selectionProcedure' },
  Vacancy: { PUBLIC: 'id selectionProcedure' },
  SelectionProcedure: { PUBLIC: 'createdAt id legalRegime status steps suitabilityScheme vacancy' },
  SelectionStep: { PUBLIC: 'announcedKey eliminatory id key kind name position status' },
};

/** The rule of every field: that a selection runs, and where it stands, is public; nothing of candidates is here yet. */
export const SELECTION_ACCESS: AccessTable = mergeAccess(LOCALIZED_TEXT_ACCESS, PROCEDURES);
