import type { Problem } from './problem.ts';

/** The version of what is not there yet, as with what was recorded: the first one is 1. */
export const NOT_YET = 0;

/** A version was given, but there is nothing that could have one. */
export const nothingToChange = (version: number): Problem => ({
  path: 'version',
  code: 'NOTHING_TO_CHANGE',
  value: String(version),
  rule: `version must be left out where something new is made, but got: ${version}.`,
});
