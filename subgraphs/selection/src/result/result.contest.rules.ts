import { isOver, type Problem } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { lastOfEach } from '../notification/notification.windows.rules.ts';
import type { Window } from '../window/window.rules.ts';
import { naming } from '../writing/problem.rules.ts';

/** Whether what a rule brought about can still come to be lifted. */
export interface Contested {
  /** Contests that wait for an answer. */
  readonly open: number;
  /** Of what can be contested and was not: that of the last one, or all. */
  readonly windows: readonly Window[];
}

/**
 * A contest that is upheld brings its candidate in again, which a submitted result would make impossible: it waits for
 * those that are open, and for whoever can still file one. The institution cannot cut that time short.
 */
export function contestProblems({ open, windows }: Contested, now: Temporal.Instant): Problem[] {
  const [last] = lastOfEach(windows.filter(({ endsAt }) => endsAt === null || !isOver(endsAt, now)));
  return [
    ...(open === 0
      ? []
      : [
          naming(
            'procedure',
            'CONTEST_OPEN',
            String(open),
            'Every contest must be answered first; those that are open',
          ),
        ]),
    ...(last === undefined
      ? []
      : [
          naming(
            'procedure',
            'CONTEST_POSSIBLE',
            last.lastDay,
            'Nobody may be able to contest any more what a rule brought about; the last day for it must be over',
          ),
        ]),
  ];
}
