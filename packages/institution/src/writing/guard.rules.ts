import type { Problem } from '@mandate-graph/domain';

/** What the database itself refuses, by the name of the guard. */
const GUARDS: readonly { readonly guard: RegExp; readonly problem: Problem }[] = [
  {
    guard: /^unit_no_cycle$/,
    problem: {
      path: 'parent',
      code: 'CYCLE',
      value: null,
      rule: 'parent must not be the unit itself or one below it, on any day.',
    },
  },
  {
    guard: /^holder_/,
    problem: {
      path: 'position',
      code: 'HELD_ALREADY',
      value: null,
      rule: 'position must be held in one way on a day, but something is recorded for a day of this period already.',
    },
  },
  {
    guard: /^budget_/,
    problem: {
      path: 'kind',
      code: 'STATED_ALREADY',
      value: null,
      rule: 'A unit has one budget of a kind for a year, but one is recorded for a day of this period already.',
    },
  },
  {
    guard: /^headcount_/,
    problem: {
      path: 'kind',
      code: 'STATED_ALREADY',
      value: null,
      rule: 'A unit has one headcount of a kind and measure for a day, but one is recorded for a day of this period already.',
    },
  },
];
/** `exclusion_violation` and `check_violation` of PostgreSQL. */
const REFUSALS = new Set(['23P01', '23514']);

/** The problem behind an error of the database's; null when it is none of a caller's. */
export function guardProblems(error: unknown): readonly Problem[] | null {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (!REFUSALS.has(String(code)) || typeof constraint !== 'string' || constraint.endsWith('_one_truth')) return null;
  const found = GUARDS.find(({ guard }) => guard.test(constraint));
  return found === undefined ? null : [found.problem];
}
