import type { NotificationSent } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EffectiveRules } from '../regime/regime.effective.rules.ts';
import { appealWindow, complaintWindow, contestWindow, feedbackWindow } from '../window/window.rights.rules.ts';
import type { Window } from '../window/window.rules.ts';

/** What of a notification its windows follow from. */
export interface SentFacts extends Pick<NotificationSent, 'about' | 'negative' | 'remedyStated'> {
  /** When it was sent, or when the account showed it, where that was later: nobody loses time by what came late. */
  readonly runsFrom: Temporal.Instant;
}

/**
 * The windows that a notification opens. The final result of a candidate is the result of the procedure, or the step
 * that ended it for them: from its sending feedback can be asked for. What is against a candidate can be appealed.
 */
export function windowsAfter(rules: EffectiveRules, { about, negative, runsFrom, remedyStated }: SentFacts): Window[] {
  return [
    ...(about === 'RESULT' || (about === 'STEP' && negative) ? [feedbackWindow(rules, runsFrom)] : []),
    ...(negative ? [appealWindow(rules, runsFrom, remedyStated)] : []),
    complaintWindow(rules, runsFrom),
  ];
}

/** Of what was sent, that of which something can still come: nobody appeals against what has been lifted. */
export const standing = <T extends { readonly lifted: boolean }>(sent: readonly T[]): readonly T[] =>
  sent.filter(({ lifted }) => !lifted);

/** An outcome that a rule brought about, from the instant at which its candidate was told. */
export const contestAfter = (rules: EffectiveRules, toldAt: Temporal.Instant): Window => contestWindow(rules, toldAt);

/** Of each code the window that ends last: a later notification never shortens what an earlier one opened. */
export function lastOfEach(windows: readonly Window[]): Window[] {
  const last = new Map<string, Window>();
  for (const window of windows) {
    const known = last.get(window.code);
    if (known === undefined || endOf(window) > endOf(known)) last.set(window.code, window);
  }
  return [...last.values()];
}

const endOf = ({ endsAt }: Window): number => endsAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
