import type { AccessTable } from '@mandate-graph/runtime';

export const ASSESSMENT_ACCESS: AccessTable = {
  Mutation: { SELECTION_RUN: 'recordAttendance recordAssessment correctAssessment excludeFromAssessment' },
  Candidacy: { SELECTION_READ: 'assessment' },
  Assessment: { SELECTION_READ: 'id version result testDay scores total atLeast outOf' },
};
