import type { AccessTable } from '@mandate-graph/runtime';

/** What candidates sat elsewhere concerns them, and the institution that must know whether they may sit it again. */
export const LEDGER_ACCESS: AccessTable = {
  Query: { OWN: 'assessmentLedger' },
  Mutation: { SELECTION_RUN: 'recordFunctionHeld' },
  Candidacy: { SELECTION_READ: 'assessmentStanding functionHeld', SELECTION_RUN: 'assessmentAttempts' },
  AssessmentStanding: { SELECTION_READ: 'status until explanation window' },
  AssessmentAttempt: {
    SELECTION_READ: 'id level testDay passedDay outcome window score outOf procedure version',
  },
  AssessmentLedgerConnection: { OWN: 'edges pageInfo' },
  AssessmentLedgerEdge: { OWN: 'cursor node' },
  ExemptingFunction: { SELECTION_READ: 'id level from to reasons version' },
};
