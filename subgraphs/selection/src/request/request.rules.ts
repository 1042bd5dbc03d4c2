import { isOver, type Problem } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { Window } from '../window/window.rules.ts';
import { problem } from '../writing/problem.rules.ts';

export const REQUEST_KINDS = ['CONTEST', 'FEEDBACK', 'COMPLAINT', 'APPEAL'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A contest is upheld or rejected; feedback and complaints are answered; of an appeal it is noted that it was lodged. */
export const REQUEST_STATUSES = ['OPEN', 'ANSWERED', 'UPHELD', 'REJECTED'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const MOST_REQUESTS = 50;

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
  return [problem('application', `${kind}_OVER`, window.lastDay, `${WHAT[kind]} until the end of its last day`)];
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
