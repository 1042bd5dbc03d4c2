import type { AnnouncedStep } from '@mandate-graph/domain';

/** Fields of a step on which the notice says nothing, unless the step says otherwise. */
export const SILENT = {
  eliminatory: null,
  actor: null,
  decidedBy: null,
  failureNotice: null,
  evaluates: [],
  inputs: [],
  outcomes: [],
  suitabilityScheme: null,
  passMark: null,
  duration: null,
  testCount: null,
  weightingClasses: null,
  committeeSize: null,
  rules: [],
} satisfies Partial<AnnouncedStep>;
