import { placeOf } from '@mandate-graph/writing';

/** The places under which what is personal of the ledger is sealed. */
export const attemptPlace = (id: string): string => placeOf('assessment_attempt', id);
export const functionPlace = (id: string): string => placeOf('function_held', id);
