import { isOver, type Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { lastOfEach } from '../notification/notification.windows.rules.ts';
import type { Window } from '../window/window.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';

export const REQUEST_KINDS = ['CONTEST', 'FEEDBACK', 'COMPLAINT', 'APPEAL'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How an appeal ends; what an annulment leads to is for people to do: by itself it changes nothing here. */
export const APPEAL_OUTCOMES = ['WITHDRAWN', 'REJECTED', 'ANNULLED'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** A contest is upheld or rejected; feedback and complaints are answered; an appeal is lodged until its outcome is noted. */
export const REQUEST_STATUSES = ['OPEN', 'ANSWERED', 'UPHELD', 'REJECTED', 'LODGED', 'WITHDRAWN', 'ANNULLED'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const MOST_REQUESTS = 50;

/** Outcomes that a rule brought about and no person: they can be contested. */
export const BY_RULE: readonly string[] = ['NOT_REGISTERED', 'ABSENT', 'BARRED'];

const WHAT: Readonly<Record<RequestKind, string>> = {
  CONTEST: 'The outcome can be contested',
  FEEDBACK: 'Feedback can be asked for in writing',
  COMPLAINT: 'A complaint can be filed',
  APPEAL: 'An appeal is noted',
};

/** What speaks against a request at an instant: there is no window for it, or it is over. The last day counts whole. */
export function windowProblems(kind: RequestKind, window: Window | null, at: Temporal.Instant): Problem[] {
  if (window === null) {
    return [
      problem('application', `NO_${kind}`, null, `${WHAT[kind]} once its window has been opened by what was sent`),
    ];
  }
  if (window.endsAt === null || !isOver(window.endsAt, at)) return [];
  return [naming('application', `${kind}_OVER`, window.lastDay, `${WHAT[kind]} until the end of its last day`)];
}

/** What an answer makes of a request, or why it cannot. */
export function answered(
  kind: RequestKind,
  status: RequestStatus,
  upheld: boolean | null,
): { readonly status: RequestStatus; readonly problems?: never } | { readonly problems: readonly Problem[] } {
  const problems = [
    ...(status === 'OPEN'
      ? []
      : [problem('request', 'NOT_OPEN', status, 'A request is answered once, while it is OPEN')]),
    ...((kind === 'CONTEST') === (upheld !== null)
      ? []
      : [
          problem(
            'upheld',
            'UPHELD_EXPECTED',
            null,
            'upheld must say whether a contest is found right, and is left out of other requests',
          ),
        ]),
  ];
  if (problems.length > 0) return { problems };
  if (upheld === null) return { status: 'ANSWERED' };
  return { status: upheld ? 'UPHELD' : 'REJECTED' };
}

/** What can be appealed against: when it was sent, and its window. */
export interface Appealable {
  readonly sentAt: Temporal.Instant;
  readonly window: Window;
}

/** What speaks against noting an appeal that was lodged at an instant: it is against something that was sent by then. */
export function appealProblems(
  appealable: readonly Appealable[],
  lodgedAt: Temporal.Instant,
  now: Temporal.Instant,
): Problem[] {
  const value = lodgedAt.toString();
  const sent = appealable.filter(({ sentAt }) => Temporal.Instant.compare(sentAt, lodgedAt) <= 0);
  return [
    ...(appealable.length > 0 && sent.length === 0
      ? [
          problem(
            'lodgedAt',
            'BEFORE_THE_NOTIFICATION',
            value,
            'lodgedAt must not be before what it is against was sent',
          ),
        ]
      : windowProblems('APPEAL', lastOf(sent), lodgedAt)),
    ...futureProblems('lodgedAt', lodgedAt, now),
  ];
}

/** What speaks against noting how an appeal ended. */
export function appealOutcomeProblems(
  { kind, status, filedAt }: { kind: RequestKind; status: RequestStatus; filedAt: Temporal.Instant },
  decidedAt: Temporal.Instant,
  now: Temporal.Instant,
): Problem[] {
  if (kind !== 'APPEAL') return [problem('request', 'NOT_AN_APPEAL', kind, 'request must be an appeal')];
  const value = decidedAt.toString();
  return [
    ...(status === 'LODGED'
      ? []
      : [problem('request', 'NOT_LODGED', status, 'The outcome of an appeal is noted once, while it is LODGED')]),
    ...(Temporal.Instant.compare(decidedAt, filedAt) < 0
      ? [problem('decidedAt', 'BEFORE_THE_APPEAL', value, 'decidedAt must not be before the appeal was lodged')]
      : []),
    ...futureProblems('decidedAt', decidedAt, now),
  ];
}

const futureProblems = (path: string, at: Temporal.Instant, now: Temporal.Instant): Problem[] =>
  Temporal.Instant.compare(at, now) > 0
    ? [problem(path, 'IN_THE_FUTURE', at.toString(), `${path} must not be after now`)]
    : [];

/** The window that ends last; null: there is none. */
const lastOf = (appealable: readonly Appealable[]): Window | null =>
  lastOfEach(appealable.map(({ window }) => window))[0] ?? null;
