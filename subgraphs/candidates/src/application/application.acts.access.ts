import type { AccessTable } from '@mandate-graph/runtime';

/** Candidates act on their own applications; institutions decide where a lapse is contested. */
export const APPLICATION_ACTS_ACCESS: AccessTable = {
  Mutation: {
    OWN: 'startApplication submitApplication validateApplication withdrawApplication resumeApplication contestLapse',
    APPLICATION_DECIDE: 'decideContest',
  },
  Candidate: { OWN: 'applications' },
  ApplicationRecorded: { APPLICATION_READ: 'id version recordedAt' },
};
