import type { AccessTable } from '@mandate-graph/runtime';

export const ACCOUNT_ACCESS: AccessTable = {
  Query: { OWN: 'me' },
  Mutation: { OWN: 'saveAccount' },
  // Whoever judges sees who somebody is, and neither how to reach them nor which language they prefer.
  Candidate: {
    APPLICATION_READ: 'id givenNames familyName',
    APPLICANT_READ: 'version registeredAt email phone preferredLanguage',
  },
  CandidateRecorded: { OWN: 'id version recordedAt candidate' },
};
