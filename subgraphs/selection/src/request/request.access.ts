import type { AccessTable } from '@mandate-graph/runtime';

export const REQUEST_ACCESS: AccessTable = {
  Mutation: {
    OWN: 'contestOutcome requestFeedback fileComplaint',
    SELECTION_RUN: 'recordAppeal recordAppealOutcome answerRequest',
  },
  Candidacy: { SELECTION_READ: 'requests' },
  CandidateRequest: { SELECTION_READ: 'id kind status filedAt answeredAt text answer version' },
};
