import { type CandidacyStatus, LEAST_SHOWN_COUNT, type Problem, type StepKind } from '@mandate-graph/domain';
import type { Counts as ShownCounts } from '../count/count.rules.ts';
import { isComplete, isRanked, type Placed } from '../ranking/ranking.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';

/** What a result depends on, apart from the state of its procedure. */
export interface Submitting {
  readonly steps: readonly {
    readonly id: string;
    readonly key: string;
    readonly kind: StepKind;
    readonly position: number;
    readonly status: string;
  }[];
  readonly candidacies: readonly {
    readonly id: string;
    readonly status: CandidacyStatus;
    readonly stepId: string | null;
  }[];
  /** The ranking as it stands. */
  readonly placed: readonly Placed[];
}

/** A result comes last: after every step before it, with everybody concluded on, and with a ranking where several are suitable. */
export function submittingProblems({ steps, candidacies, placed }: Submitting): Problem[] {
  const result = steps.find(({ kind }) => kind === 'RESULT')!;
  const waiting = candidacies.filter(({ status }) => status === 'IN_PROGRESS');
  const unconcluded = waiting.filter(({ stepId }) => stepId === result.id).length;
  const earlier = waiting.length - unconcluded;
  const suitable = candidacies.filter(({ status }) => status === 'SUITABLE').map(({ id }) => id);
  return [
    ...steps
      .filter(({ position, status }) => position < result.position && status !== 'CONCLUDED')
      .map(({ key }) => problem('procedure', 'EARLIER_STEP', key, 'Every step before the result must be concluded')),
    ...(earlier === 0
      ? []
      : [naming('procedure', 'OUTCOMES_MISSING', String(earlier), 'Nobody may wait in an earlier step; those who do')]),
    ...(unconcluded === 0
      ? []
      : [
          problem(
            'procedure',
            'NOT_CONCLUDED',
            String(unconcluded),
            'Nobody may be without a conclusion of the committee',
          ),
        ]),
    ...(!isRanked(suitable.length) || isComplete(placed, suitable)
      ? []
      : [
          naming(
            'procedure',
            'RANKING_INCOMPLETE',
            String(suitable.length),
            'Where several candidates are suitable, all of them and nobody else must be ranked, in places that follow one another; number of suitable candidates',
          ),
        ]),
  ];
}

/** How many were found suitable, and how many not. */
export interface Counts {
  readonly suitable: number;
  readonly unsuitable: number;
}

/**
 * As anyone may know them, beside the numbers of the procedure that are shown (null: not): both or neither, since of a
 * number that is known in all the one gives away the other. Nor where a small number follows from them together: of those
 * who were found suitable and withdrew before the submission, or of those who came so far and are in neither group.
 */
export function publishedCounts({ suitable, unsuitable }: Counts, shown: ShownCounts): Counts | null {
  const found = shown.suitable ?? suitable;
  const above = [shown.candidates, ...shown.steps.map(({ passed }) => passed)].filter((count) => count !== null);
  const gaps = [found - suitable, ...above.map((count) => count - found - unsuitable)];
  const small = suitable < LEAST_SHOWN_COUNT || unsuitable < LEAST_SHOWN_COUNT || gaps.some(isSmall);
  return small ? null : { suitable, unsuitable };
}

/** Opened again, a procedure has other numbers than those of the submission, larger or smaller ones. */
const isSmall = (gap: number): boolean => gap !== 0 && Math.abs(gap) < LEAST_SHOWN_COUNT;
