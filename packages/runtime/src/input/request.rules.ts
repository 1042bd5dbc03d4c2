import type { Problem } from '@mandate-graph/domain';

const MAX_KEY = 255;

/** What is wrong with the key that makes a request happen once. */
export function keyProblems(key: string): Problem[] {
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= MAX_KEY) return [];
  const rule = `idempotencyKey must have 1 to ${MAX_KEY} visible ASCII characters, without spaces.`;
  return [{ path: 'idempotencyKey', code: 'INVALID_KEY', value: null, rule }];
}

/** A key that was used for something else. */
export const reusedKey = (key: string, mutation: string): Problem => ({
  path: 'idempotencyKey',
  code: 'KEY_REUSED',
  value: key,
  rule: `idempotencyKey must be a new one for a new request, but this one was used for another ${mutation}.`,
});

/** Each problem once: of a value with a problem of form, that one alone; of several stretches of valid time, one. */
export function together(ofForm: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const malformed = new Set(ofForm.map(({ path }) => path));
  const problems = [...ofForm, ...others.filter(({ path }) => !malformed.has(path))];
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
