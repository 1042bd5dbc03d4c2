import type { AccessTable } from '@mandate-graph/runtime';

const TERMS =
  'kind kindSource startsOn duration durationSource endsOn endsOnSource endRule endSource explanation' as const;

/** A mandate is shown where its appointment was published, or to whoever sees the decision; what ended it, to the latter. */
export const MANDATE_ACCESS: AccessTable = {
  Mutation: { SELECTION_DECIDE: 'publishAppointment endMandate' },
  SelectionProcedure: { PUBLIC: 'appointee' },
  Appointee: { PUBLIC: 'name publishedAt version mandate' },
  AppointmentTerms: { SELECTION_READ: TERMS },
  Mandate: { PUBLIC: `${TERMS} id version languageRole termEndsOn`, SELECTION_READ: 'endCause endReasons' },
};
