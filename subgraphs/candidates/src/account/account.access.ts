import type { AccessTable } from '@mandate-graph/runtime';

export const ACCOUNT_ACCESS: AccessTable = {
  Query: { OWN: 'me' },
  Mutation: { OWN: 'saveAccount' },
  Candidate: { APPLICATION_READ: 'id version registeredAt givenNames familyName email phone preferredLanguage' },
  CandidateRecorded: { OWN: 'id version recordedAt candidate' },
};
