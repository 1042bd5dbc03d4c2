import type { LocalizedText } from '@mandate-graph/domain';
import type { EffectiveRule, EffectiveRules, LedgerRule } from '../regime/regime.effective.rules.ts';
import { groundOf } from '../regime/regime.grounds.rules.ts';
import type { LegalRegime, LevelsReached } from '../regime/regime.rules.ts';
import { holdsOn, type Window, windowOf } from '../window/window.rules.ts';
import { explanationOf } from './ledger.words.rules.ts';

/** An assessment that a person sat, in whatever vacancy. Days are local, yyyy-mm-dd. */
export interface Attempt {
  readonly id: string;
  /** From 1, the lowest; null: not known, so it reaches no other vacancy. */
  readonly level: number | null;
  readonly testDay: string;
  /** Null: it was not passed. */
  readonly passedDay: string | null;
  readonly outcome: 'PASSED' | 'FAILED';
  /** The day its ranking was notified; null: not yet, or there was none. */
  readonly notifiedDay: string | null;
  /** As they held for the vacancy it was sat for: another law later does not change what it led to. */
  readonly rules: Pick<EffectiveRules, 'exemption' | 'waiting'>;
}

/** A management or staff function that a person holds or held. */
export interface Holding {
  readonly id: string;
  readonly level: number | null;
  /** The first day, yyyy-mm-dd. */
  readonly from: string;
  /** The last day; null: until further notice. */
  readonly to: string | null;
}

/** An attempt whose window holds on the day, and reaches the level. */
export interface AttemptCause {
  readonly kind: 'PASS' | 'FAILURE';
  readonly id: string;
  readonly level: number;
  readonly rule: LedgerRule;
  readonly window: Window;
  readonly lastDay: string | null;
}

/** A function held on the day, of a level that exempts. */
export interface HoldingCause {
  readonly kind: 'HOLDING';
  readonly id: string;
  readonly level: number;
  readonly from: string;
  readonly lastDay: string | null;
}

/** What a standing follows from. */
export type Cause = AttemptCause | HoldingCause;

/** EXEMPT: skips the assessment. BARRED: may not sit it. OPEN: sits it. */
export type StandingStatus = 'OPEN' | 'EXEMPT' | 'BARRED';

export interface Because {
  readonly kind: Cause['kind'];
  /** Of the attempt, or of the function held. */
  readonly id: string;
}

export interface Standing {
  readonly status: StandingStatus;
  /** Of several causes, the one that lasts longest; null: nothing reaches this level on this day. */
  readonly because: Because | null;
  /** Null: nothing, or a function held, which has no term. */
  readonly window: Window | null;
  /** The last day of it, yyyy-mm-dd; null: it is OPEN, or has none that is known. */
  readonly until: string | null;
  /** What bars and does not count, since the person is exempt. */
  readonly setAside: Because | null;
  readonly explanation: LocalizedText;
}

/** What standing is asked for. */
export interface StandingQuestion {
  /** Of other vacancies: what was sat for this one is its own result. */
  readonly attempts: readonly Attempt[];
  readonly holdings: readonly Holding[];
  /** Level of the function applied for; null: not known, and then nobody is exempt or barred. */
  readonly level: number | null;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly holdersExempt: EffectiveRule<LevelsReached | null>;
  /** The day on which the assessment began, where something exempts only since, which is explained; yyyy-mm-dd. */
  readonly exemptSince?: string | null;
}

/**
 * Where a person stands before an assessment on a day. Windows hold from the day of their event itself to their last day.
 *
 * Who is both exempt and barred is exempt: the waiting period keeps people from sitting an assessment, and who is exempt
 * sits none. Otherwise holders of a function would lose their exemption by an attempt they did not need.
 */
export function standingOf(question: StandingQuestion): Standing {
  const { attempts, level, day } = question;
  if (level === null) return standing('OPEN', null, null, question);
  const causes = attempts.flatMap((attempt) => causeOf(attempt, level, day));
  const exempting = longest<Cause>([...causes.filter(({ kind }) => kind === 'PASS'), ...heldOn(question, level)]);
  const barring = longest(causes.filter(({ kind }) => kind === 'FAILURE'));
  if (exempting !== null) return standing('EXEMPT', exempting, barring, question);
  return standing(barring === null ? 'OPEN' : 'BARRED', barring, null, question);
}

/**
 * The level that weighting classes belong to, from 1. Null where they are not known, or do not lie within one level, or
 * the regime has no levels: nothing follows from an assessment then, rather than from a guess.
 */
export function levelOf(
  classes: readonly number[] | null,
  { rules }: { readonly rules: Pick<LegalRegime['rules'], 'assessmentLevels'> },
): number | null {
  const levels = rules.assessmentLevels.value;
  if (classes === null || classes.length === 0 || levels === null) return null;
  const index = levels.findIndex((level) => classes.every((one) => level.includes(one)));
  return index === -1 ? null : index + 1;
}

/** Null: no window started, since the event it runs from did not take place. */
export function windowOfAttempt({ testDay, passedDay, notifiedDay, outcome, rules }: Attempt): Window | null {
  const rule = outcome === 'PASSED' ? rules.exemption : rules.waiting;
  if (rule.value === null) return null;
  const { startsFrom: event, duration, lastDay } = rule.value;
  const at = { DAY_OF_TEST: testDay, DAY_OF_PASSING: passedDay, NOTIFICATION_OF_RANKING: notifiedDay }[event];
  if (at === null) return null;
  const code = outcome === 'PASSED' ? 'EXEMPTION' : 'WAITING';
  return windowOf({ code, start: { event, at }, duration, lastDay, ground: groundOf(rule) });
}

function causeOf(attempt: Attempt, target: number, day: string): AttemptCause[] {
  const { id, level, outcome, rules } = attempt;
  const [kind, { value: rule }] =
    outcome === 'PASSED' ? (['PASS', rules.exemption] as const) : (['FAILURE', rules.waiting] as const);
  if (rule === null || level === null || !reaches(rule.levels, level, target)) return [];
  const window = windowOfAttempt(attempt);
  if (window === null || !holdsOn(window, day)) return [];
  return [{ kind, id, level, rule, window, lastDay: window.lastDay }];
}

function heldOn({ holdings, holdersExempt: { value: levels }, day }: StandingQuestion, target: number): HoldingCause[] {
  if (levels === null) return [];
  return holdings.flatMap(({ id, level, from, to: lastDay }) => {
    const holds = from <= day && (lastDay === null || day <= lastDay);
    if (!holds || level === null || !reaches(levels, target, level)) return [];
    return [{ kind: 'HOLDING', id, level, from, lastDay }];
  });
}

const reaches = (levels: LevelsReached, from: number, to: number): boolean =>
  levels === 'SAME_OR_LOWER' ? to <= from : to >= from;

/** By id where they last as long, so that the answer does not depend on the order they are given in. */
const longest = <C extends Cause>(causes: readonly C[]): C | null =>
  causes.reduce<C | null>((best, cause) => (best === null || rankOf(best) < rankOf(cause) ? cause : best), null);

/** What has no last day comes after all that has one. */
const rankOf = ({ lastDay, id }: Cause): string => `${lastDay ?? '9999-12-31'} ${id}`;

const becauseOf = (cause: Cause | null): Because | null => (cause === null ? null : { kind: cause.kind, id: cause.id });

const standing = (
  status: StandingStatus,
  cause: Cause | null,
  aside: AttemptCause | null,
  { level, day, exemptSince = null }: StandingQuestion,
): Standing => ({
  status,
  because: becauseOf(cause),
  window: cause === null || cause.kind === 'HOLDING' ? null : cause.window,
  until: cause?.lastDay ?? null,
  setAside: becauseOf(aside),
  explanation: explanationOf({ level, day, cause, aside, exemptSince }),
});
