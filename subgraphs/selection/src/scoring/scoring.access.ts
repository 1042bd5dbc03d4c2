import type { AccessTable } from '@mandate-graph/runtime';

/** How far members and the institution see scores is decided where they are read: members after their own are in. */
export const SCORING_ACCESS: AccessTable = {
  Mutation: { COMMITTEE_ACT: 'scoreCandidate' },
  Candidacy: { COMMITTEE_READ: 'scores averageScore scoresIn' },
  SelectionProcedure: { COMMITTEE_READ: 'scoreSheet' },
  ScoreSheet: { COMMITTEE_READ: 'competences lowest highest' },
  CommitteeScore: { COMMITTEE_READ: 'id member version own correctedAfterOthers scores average remarks recordedAt' },
  CompetenceScore: { COMMITTEE_READ: 'competence score remarks' },
  ScoreIn: { COMMITTEE_READ: 'member in' },
};
