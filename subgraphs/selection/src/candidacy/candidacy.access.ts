import type { AccessTable } from '@mandate-graph/runtime';

/** Who sees a candidacy at all is decided where it is read; what of it, by whom they are. */
export const CANDIDACY_ACCESS: AccessTable = {
  Application: { APPLICATION_READ: 'id', SELECTION_READ: 'progress' },
  Candidacy: { SELECTION_READ: 'id status version submittedAt application procedure step outcomes' },
  StepOutcome: {
    SELECTION_READ: 'step result rule ruleText reasons reasonsNote decidedBy decidedAt contestable',
  },
  SelectionProcedure: { COMMITTEE_READ: 'candidacies' },
  CandidacyConnection: { COMMITTEE_READ: 'edges pageInfo' },
  CandidacyEdge: { COMMITTEE_READ: 'cursor node' },
};
