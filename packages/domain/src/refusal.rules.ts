import type { Problem } from './problem.ts';

/** No such thing for whoever asks: whether it is there for somebody else is not told. `which` says what it must be of. */
export const unknown = (path: string, what: string, which: string): Problem => ({
  path,
  code: `UNKNOWN_${what}`,
  value: null,
  rule: `${path} must be the id of ${which}.`,
});

/** More than may be there: `path` names what there would be too many of. */
export const tooMany = (path: string, most: number, got: number): Problem => ({
  path,
  code: 'TOO_MANY',
  value: String(got),
  rule: `${path} must be at most ${most}, but got: ${got}.`,
});
