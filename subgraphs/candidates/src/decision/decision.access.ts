import type { AccessTable } from '@mandate-graph/runtime';

export const DECISION_ACCESS: AccessTable = {
  Mutation: { APPLICATION_DECIDE: 'decideEligibility' },
  EligibilityDecision: {
    APPLICATION_READ:
      'id version conditions outcome proposed judgedOn fileFrozenAt stands decidedAt reasons remedyStated',
  },
};
