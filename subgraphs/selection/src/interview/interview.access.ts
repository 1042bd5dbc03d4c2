import type { AccessTable } from '@mandate-graph/runtime';

/** Who sees it of whom, and when, is decided where it is read. */
export const INTERVIEW_ACCESS: AccessTable = {
  Mutation: { SELECTION_DECIDE: 'recordInterview' },
  Candidacy: { SELECTION_READ: 'interview' },
  AdditionalInterview: {
    SELECTION_READ: 'result version recordedAt specificCompetences interpersonalSkills leadershipAbilities',
  },
};
