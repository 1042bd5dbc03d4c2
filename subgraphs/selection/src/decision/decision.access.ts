import type { AccessTable } from '@mandate-graph/runtime';

/** The whole of a decision is the institution’s; of what concerns a candidate, the reader decides how far and when. */
export const DECISION_ACCESS: AccessTable = {
  Mutation: { SELECTION_DECIDE: 'decideAppointment recordNoAnswer', OWN: 'acceptAppointment declineAppointment' },
  SelectionProcedure: { DECISION_READ: 'decision earlierDecisions' },
  Candidacy: { SELECTION_READ: 'decision' },
  AppointmentDecision: {
    DECISION_READ:
      'id status authority decidedAt application statements departsFromRanking departureReasons terms termsReasons languageRole declineReasons mandate',
  },
  DecisionStatement: { DECISION_READ: 'application chosen reasons' },
  CandidacyDecision: { SELECTION_READ: 'chosen status authority decidedAt reasons terms declineReasons mandate' },
};
