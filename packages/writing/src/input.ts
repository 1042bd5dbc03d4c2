import { isUuid, nationalNumberProblems, type Problem } from '@mandate-graph/domain';
import { keyProblems, normalised } from '@mandate-graph/runtime';
import type { WriteInput } from './outcome.ts';

/** The input as it is kept, with all that is wrong with its form. No problem shows what was written: it may be personal. */
export function readInput<I extends WriteInput>(given: I): { input: I; problems: Problem[] } {
  const { value, problems } = normalised(given);
  const input = { ...withIdsAsKept(value), idempotencyKey: given.idempotencyKey };
  return {
    input,
    problems: [
      ...keyProblems(given.idempotencyKey),
      ...problems.filter(({ path }) => path !== 'idempotencyKey').map((problem) => ({ ...problem, value: null })),
      ...numbersIn(input),
    ],
  };
}

/** Ids in small letters, as rows have them: in capitals they mean the same. */
function withIdsAsKept<T>(value: T): T;
function withIdsAsKept(value: unknown): unknown {
  if (typeof value === 'string') return isUuid(value) ? value.toLowerCase() : value;
  if (Array.isArray(value)) return value.map((one) => withIdsAsKept(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withIdsAsKept(one)]));
}

/** National register numbers in any text, wherever it stands. */
function numbersIn(value: unknown, path = ''): Problem[] {
  // What programs made holds digits by chance.
  if (typeof value === 'string') return isMade(value) ? [] : [...nationalNumberProblems(path, value)];
  if (Array.isArray(value)) return value.flatMap((one, index) => numbersIn(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersIn(one, path === '' ? name : `${path}.${name}`));
}

const isMade = (text: string): boolean => isUuid(text) || /^[0-9a-f]{64}$/.test(text);
