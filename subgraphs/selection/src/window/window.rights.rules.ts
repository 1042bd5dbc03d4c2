import { isOver, latest } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EffectiveRule, EffectiveRules } from '../regime/regime.effective.rules.ts';
import { groundOf } from '../regime/regime.grounds.rules.ts';
import type { LastDay, RightTerm } from '../regime/regime.rules.ts';
import { type Window, type WindowCode, windowOf } from './window.rules.ts';

type Boundary = Pick<EffectiveRules, 'rightsLastDay'>;

/** Feedback on a result, from the instant it was sent; without a last day where nothing at hand says one. */
export const feedbackWindow = (rules: Boundary & Pick<EffectiveRules, 'feedback'>, sentAt: Temporal.Instant): Window =>
  rightWindow('FEEDBACK', rules.feedback, rules.rightsLastDay.value, sentAt);

/** Contest of what a rule brought about, from the instant its candidate was told of it. */
export const contestWindow = (rules: Boundary & Pick<EffectiveRules, 'contest'>, toldAt: Temporal.Instant): Window =>
  rightWindow('CONTEST', rules.contest, rules.rightsLastDay.value, toldAt);

/** Complaint about the procedure, from the instant its candidate was told of an outcome. */
export function complaintWindow(
  { complaint, rightsLastDay }: Boundary & Pick<EffectiveRules, 'complaint'>,
  toldAt: Temporal.Instant,
): Window {
  const value = complaint.value ?? { duration: null, startsFrom: 'NOTIFICATION' as const };
  return rightWindow('COMPLAINT', { ...complaint, value }, rightsLastDay.value, toldAt);
}

/** Appeal to the Council of State, from the instant of the notification, which names the remedy and its time or not. */
export function appealWindow(
  { appeal, rightsLastDay }: Boundary & Pick<EffectiveRules, 'appeal'>,
  notifiedAt: Temporal.Instant,
  remedyStated: boolean,
): Window {
  const { duration, startsFrom, delayWithoutRemedy } = appeal.value;
  return windowOf({
    code: 'APPEAL',
    start: { event: startsFrom, at: notifiedAt },
    duration,
    ...(remedyStated ? {} : { delay: delayWithoutRemedy }),
    lastDay: rightsLastDay.value,
    ground: groundOf(appeal),
  });
}

/** An answer of the one who was chosen, from the instant of the decision, which the account shows at once. */
export const answerWindow = (
  { answerTerm, rightsLastDay }: Boundary & Pick<EffectiveRules, 'answerTerm'>,
  decidedAt: Temporal.Instant,
): Window =>
  rightWindow(
    'ANSWER',
    { ...answerTerm, value: { duration: answerTerm.value, startsFrom: 'NOTIFICATION' } },
    rightsLastDay.value,
    decidedAt,
  );

/**
 * The first instant at which an outcome is final: no window of it is open any more. A window without a last day, as that
 * of a complaint, does not hold this up: it would for ever. Null: no window with a last day, so nobody was told yet.
 */
export function finalFrom(windows: readonly Window[]): Temporal.Instant | null {
  const ends = windows.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt]));
  return ends.length === 0 ? null : latest(...ends);
}

export function isFinal(windows: readonly Window[], now: Temporal.Instant): boolean {
  const from = finalFrom(windows);
  return from !== null && isOver(from, now);
}

function rightWindow(code: WindowCode, rule: EffectiveRule<RightTerm>, lastDay: LastDay, at: Temporal.Instant): Window {
  const { duration, startsFrom } = rule.value;
  return windowOf({ code, start: { event: startsFrom, at }, duration, lastDay, ground: groundOf(rule) });
}
