import type { CandidacyStatus } from '@mandate-graph/domain';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import type { StepResult } from './candidacy.state.rules.ts';

/** What a rule brought about against a candidate: it is told at once, and can be contested. */
export const RULED_OUT: readonly StepResult[] = ['NOT_REGISTERED', 'ABSENT', 'BARRED'];

/** What of a candidacy decides how much of it its own candidate is shown. */
export interface Standing {
  readonly status: CandidacyStatus;
  readonly stepId: string | null;
  readonly version: number;
  readonly procedureStatus: RunningStatus;
  /** What the step came to in which it stands, or stood last; null: nothing yet. */
  readonly result: StepResult | null;
  /** Id of the step in which the committee concludes. */
  readonly resultStepId: string | null;
  /** It stands in a step that only who was found suitable comes into, or after the last one. */
  readonly afterResult: boolean;
  /** What was sent since it came to that: what the step came to, the group, what the authority decided. */
  readonly stepSent: boolean;
  readonly resultSent: boolean;
  readonly decisionSent: boolean;
  /** The candidate withdrew; where the vacancy was withdrawn as well: before that. */
  readonly withdrawn: boolean;
  /** As it stood last, before what it has come to, when its candidate could know all of it; null: never. */
  readonly before: Shown | null;
  /** The last version in which it was suitable; null: never. */
  readonly versionSuitable: number | null;
}
export type Shown = Pick<Standing, 'status' | 'stepId' | 'version'>;

/**
 * A candidacy as its candidate is shown it. What a person decided against somebody, and what a committee or an authority
 * concluded, is not there before it was sent: not in the status, and not in a step or a version that gives it away either.
 * Until then it stands as it stood before, or as it would have ended from there.
 */
export function shownToCandidate(standing: Standing): Shown {
  const { status, version } = standing;
  const stepId = standing.afterResult && !standing.resultSent ? standing.resultStepId : standing.stepId;
  const asItIs = { status, stepId, version };
  switch (status) {
    case 'EXCLUDED':
      return isRuledOut(standing) || standing.stepSent ? asItIs : unsent(standing);
    case 'SUITABLE':
    case 'UNSUITABLE':
      return standing.resultSent ? asItIs : unsent(standing);
    case 'NOT_APPOINTED':
      if (standing.decisionSent) return asItIs;
      if (!standing.resultSent) return unsent(standing);
      return unsent(standing, { status: 'SUITABLE', stepId, version: standing.versionSuitable ?? version });
    case 'WITHDRAWN':
    case 'DISCONTINUED':
      return standing.resultSent ? asItIs : endedAs(status, standing.before ?? { ...asItIs, version: version - 1 });
    default:
      return asItIs;
  }
}

const isRuledOut = ({ result }: Standing): boolean => result !== null && RULED_OUT.includes(result);

/**
 * As it stood before, without what has not been sent. Whoever withdrew is out of it, and where the vacancy was withdrawn it
 * ended under everyone who, for all they know, was still in it.
 */
function unsent(standing: Standing, known = standing.before): Shown {
  const { withdrawn, procedureStatus, resultStepId, version } = standing;
  const before = known ?? { status: 'IN_PROGRESS', stepId: resultStepId, version };
  if (withdrawn) return endedAs('WITHDRAWN', before);
  return procedureStatus === 'CANCELLED' ? endedAs('DISCONTINUED', before) : before;
}

/** As if nothing had come between what its candidate could know and the end. */
const endedAs = (status: 'WITHDRAWN' | 'DISCONTINUED', { stepId, version }: Shown): Shown => ({
  ...{ status, stepId, version: version + 1 },
});

/** What of an outcome decides whether the candidate is shown it. */
export interface OutcomeStanding {
  readonly result: StepResult;
  /** Its step is the one in which the committee concludes, or a later one. */
  readonly fromResult: boolean;
  readonly stepSent: boolean;
  readonly resultSent: boolean;
}

/** Good ones and those of a rule at once, what a person decided against the candidate once it was sent. */
export function isOutcomeShown({ result, fromResult, stepSent, resultSent }: OutcomeStanding): boolean {
  if (fromResult) return resultSent;
  return result !== 'FAILED' || stepSent;
}

/** Of the versions of an outcome, newest first: the one that its candidate is shown; undefined: none yet. */
export const lastShown = <T extends OutcomeStanding>(versions: readonly T[]): T | undefined =>
  versions.find(isOutcomeShown);
