import { localDay, type PassMark, type Problem, reasonsProblems } from '@mandate-graph/domain';
import Big from 'big.js';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyRecord, OutcomeRecord } from '../candidacy/candidacy.record.ts';
import type { EffectiveRules } from '../regime/regime.effective.rules.ts';
import type { BookingRecord } from '../session/session.record.ts';
import { order } from '../session/session.rules.ts';
import { problem } from '../writing/problem.rules.ts';

export interface GivenResult {
  /** Decimals. */
  readonly scores: readonly string[];
  readonly total: string;
  readonly passed: boolean;
}

/** What a result is held against. */
export interface Measure {
  /** Tests within the assessment; null: the notice does not say. */
  readonly testCount: number | null;
  /** Null: a person judges who passes. */
  readonly mark: PassMark | null;
}

/** What the total comes to; null: there is no mark, so a person says. The mark itself passes. Compared exactly. */
export const proposalOf = (total: string, mark: PassMark | null): boolean | null =>
  mark === null ? null : new Big(total).gte(mark.atLeast);

/** What is wrong with a result. Scores are personal: no problem shows them. */
export function resultProblems({ scores, total, passed }: GivenResult, { testCount, mark }: Measure): Problem[] {
  const problems: Problem[] = [];
  if (testCount !== null && scores.length !== testCount) {
    const rule = `scores must be those of the ${testCount} tests that the notice announces`;
    problems.push(problem('scores', 'NOT_ALL_TESTS', String(scores.length), rule));
  }
  scores.forEach((score, at) => {
    problems.push(...scoreProblems(`scores[${at}]`, score, mark));
  });
  const wrong = scoreProblems('total', total, mark);
  problems.push(...wrong);
  if (wrong.length === 0 && proposalOf(total, mark) === !passed) {
    const rule = `passed must be as the total says: who has ${mark!.atLeast} of ${mark!.outOf} or more passes`;
    problems.push(problem('passed', 'NOT_AS_SCORED', null, rule));
  }
  return problems;
}

function scoreProblems(path: string, score: string, mark: PassMark | null): Problem[] {
  const value = new Big(score);
  if (value.gte(0) && (mark === null || value.lte(mark.outOf))) return [];
  return [
    problem(
      path,
      'OUT_OF_RANGE',
      null,
      `${path} must be 0 or more${mark === null ? '' : `, and at most ${mark.outOf}`}`,
    ),
  ];
}

/** Reasons are needed where a result is against the candidate; where others are given, they are none of those. */
export const reasonsOfResult = (passed: boolean, reasons: string | null): readonly Problem[] =>
  passed && reasons === null ? [] : reasonsProblems(reasons);

/** What speaks against saying whether somebody was there. An absence is undone only once it does not exclude any more. */
export function attendanceProblems(
  { id, status }: BookingRecord,
  attendance: 'PRESENT' | 'ABSENT',
  seats: readonly BookingRecord[],
): Problem[] {
  const another = seats.some((seat) => seat.id !== id && (seat.status === 'BOOKED' || seat.status === 'PRESENT'));
  if (status === 'BOOKED' || (status === 'ABSENT' && attendance === 'PRESENT' && !another)) return [];
  return [problem('application', 'ALREADY_RECORDED', status, 'Attendance is recorded once')];
}

/** To whoever runs it, with failures that the candidate has not been told of: an assessment that may not be sat is not recorded. */
export const BARRED = problem(
  'application',
  'BARRED',
  null,
  'A waiting period after an earlier assessment runs for the candidate on the day of the session',
);

export const startProblems = (startsAt: Temporal.Instant, now: Temporal.Instant): Problem[] =>
  order(startsAt, now) <= 0
    ? []
    : [problem('session', 'NOT_STARTED', startsAt.toString(), 'Attendance is recorded once the session has started')];

/** The day of passing, from which an exemption may run. */
export const passedDayOf = (
  passed: boolean,
  testDay: string,
  { dayOfPassing }: Pick<EffectiveRules, 'dayOfPassing'>,
  now: Temporal.Instant,
): string | null => {
  if (!passed) return null;
  return dayOfPassing.value === 'DAY_OF_TEST' ? testDay : localDay(now).toString();
};

/**
 * A result is corrected while nothing has come of it: whoever passed is in the next step, without an outcome there;
 * whoever did not is out by this one.
 */
export function correctionProblems(
  { status, stepId }: Pick<CandidacyRecord, 'status' | 'stepId'>,
  outcomes: readonly Pick<OutcomeRecord, 'stepId' | 'result'>[],
  { step, next }: { readonly step: string; readonly next: string | null },
): Problem[] {
  const result = outcomes.find((outcome) => outcome.stepId === step)?.result;
  if (result !== 'PASSED' && result !== 'FAILED') {
    return [problem('application', 'NOTHING_TO_CORRECT', result ?? null, 'Only a recorded result can be corrected')];
  }
  const stands =
    result === 'FAILED'
      ? status === 'EXCLUDED' && stepId === step
      : status === 'IN_PROGRESS' && stepId === next && !outcomes.some((outcome) => outcome.stepId === next);
  if (stands) return [];
  return [problem('application', 'SOMETHING_CAME_OF_IT', status, 'A result is corrected while nothing has come of it')];
}
