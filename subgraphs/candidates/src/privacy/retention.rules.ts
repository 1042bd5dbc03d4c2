import { endOfPeriod, isOver, latest } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { ERASURE_NOTICE, PERIODS } from './retention.table.rules.ts';
import { type ApplicationFacts, windowsOf } from './windows.rules.ts';

/** An account, with all on which it depends how long it is kept. */
export interface AccountFacts {
  /** When something was last recorded in it, or on one of its applications. */
  readonly lastUsedAt: Temporal.Instant;
  readonly applications: readonly ApplicationFacts[];
  /** The erasure that its candidate was last told of; null: told of none since the account was used. */
  readonly noticeEndsAt: Temporal.Instant | null;
}

/** What is done with an account now. */
export type AccountStep = 'KEEP' | 'ERASE' | { readonly tell: Temporal.Instant };

/** The first instant at which the file of an application is no longer needed; null: not known yet. */
export function fileKeptUntil(application: ApplicationFacts): Temporal.Instant | null {
  const { standing, actedAt, vacancy } = application;
  const ends = windowsOf(application).map(({ until }) => until);
  if (ends.includes(null)) return null;
  const closed = standing.submitted ? (vacancy?.closesAt ?? actedAt) : actedAt;
  const period = standing.submitted ? PERIODS.APPLICATION_FILE : PERIODS.DRAFT_FILE;
  return latest(endOfPeriod(latest(actedAt, closed), period), ...(ends as Temporal.Instant[]));
}

export const isFileOver = (application: ApplicationFacts, now: Temporal.Instant): boolean => {
  const until = fileKeptUntil(application);
  return until !== null && isOver(until, now);
};

/** The same for the whole account: it outlives the files of its applications. */
export function accountKeptUntil({ lastUsedAt, applications }: AccountFacts): Temporal.Instant | null {
  const files = applications.map(fileKeptUntil);
  if (files.includes(null)) return null;
  return latest(endOfPeriod(lastUsedAt, PERIODS.ACCOUNT), ...(files as Temporal.Instant[]));
}

/** Nobody is erased without having been told as long before as the notice says, however late that comes. */
export function accountStep(account: AccountFacts, now: Temporal.Instant): AccountStep {
  const until = accountKeptUntil(account);
  if (until === null) return 'KEEP';
  const { noticeEndsAt } = account;
  const notice = endOfPeriod(now, ERASURE_NOTICE);
  if (noticeEndsAt === null) return isOver(until, notice) ? { tell: latest(until, notice) } : 'KEEP';
  return isOver(latest(until, noticeEndsAt), now) ? 'ERASE' : 'KEEP';
}
