import type { Problem } from '@mandate-graph/domain';

interface Guard {
  readonly constraint: RegExp;
  readonly code: string;
  /** Where in the input stands what the guard is about: the first of these that is given, or else the last. */
  readonly paths: readonly string[];
  /** Goes on after the path. */
  readonly rule: string;
}

/** What the database itself refuses, by the name of the guard. */
const GUARDS: readonly Guard[] = [
  {
    constraint: /^unit_no_cycle$/,
    code: 'CYCLE',
    paths: ['successor.unit.parent', 'successor', 'successors', 'unit.parent', 'parent'],
    rule: 'must not be the unit itself or one below it, on any day.',
  },
  {
    constraint: /^holder_/,
    code: 'HELD_ALREADY',
    paths: ['position'],
    rule: 'must be held in one way on a day, but something is recorded for a day of this period already.',
  },
  {
    constraint: /^budget_/,
    code: 'STATED_ALREADY',
    paths: ['budget.kind', 'changes.fiscalYear', 'changes'],
    rule: 'must be one that a unit has no budget of for that year, but one is recorded for a day of this period already.',
  },
  {
    constraint: /^headcount_/,
    code: 'STATED_ALREADY',
    paths: ['headcount.kind', 'changes.referenceDate', 'changes.position', 'changes'],
    rule: 'must be one that there is no headcount of in that measure, but one is recorded for a day of this period already.',
  },
];
/** `exclusion_violation` and `check_violation` of PostgreSQL. */
const REFUSALS = new Set(['23P01', '23514']);

/** The problem behind an error of the database's, by its path in the input; null when it is none of a caller's. */
export function guardProblems(error: unknown, input: object): readonly Problem[] | null {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (!REFUSALS.has(String(code)) || typeof constraint !== 'string' || constraint.endsWith('_one_truth')) return null;
  const found = GUARDS.find((guard) => guard.constraint.test(constraint));
  if (found === undefined) return null;
  const path = found.paths.find((one) => valueAt(input, one) != null) ?? found.paths.at(-1)!;
  return [{ path, code: found.code, value: null, rule: `${path} ${found.rule}` }];
}

const valueAt = (input: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], input);
