import type { Problem } from '@mandate-graph/domain';

/** A problem whose rule shows the value, where there is one that may be shown. */
export const problem = (path: string, code: string, value: string | null, rule: string): Problem => ({
  ...{ path, code, value },
  rule: value === null ? `${rule}.` : `${rule}, but got: ${value}.`,
});

/** A problem whose rule ends with what it is about: a limit, a number, or who is missing. Nobody gave that. */
export const naming = (path: string, code: string, value: string | null, rule: string): Problem => ({
  ...{ path, code, value },
  rule: value === null ? `${rule}.` : `${rule}: ${value}.`,
});
