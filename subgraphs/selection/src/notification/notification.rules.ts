import type { CandidacyStatus, NotificationSent, Problem } from '@mandate-graph/domain';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import { problem } from '../writing/problem.rules.ts';

/** A candidacy, as far as something can be sent about it. */
export interface Sendable {
  readonly id: string;
  readonly candidateId: string;
  readonly status: CandidacyStatus;
  /** What the step came to that it is about, or the result; null: nothing yet. */
  readonly result: string | null;
  /** A rule brought it about, which was told at once. */
  readonly byRule: boolean;
  /** Whether it has been sent since it was recorded last. */
  readonly sent: boolean;
  /** When it came to that. */
  readonly since: Date;
}

const DECIDED: readonly CandidacyStatus[] = ['APPOINTED', 'NOT_APPOINTED'];

/** Whether there is something to be sent about a candidacy. */
export function isSendable(about: NotificationSent['about'], { status, result, byRule }: Sendable): boolean {
  if (about === 'STEP') return status === 'EXCLUDED' && result === 'FAILED' && !byRule;
  if (about === 'RESULT') return result === 'SUITABLE' || result === 'UNSUITABLE';
  return DECIDED.includes(status);
}

/** Whether what is sent is against the candidate. */
export function isNegative(about: NotificationSent['about'], { status, result }: Sendable): boolean {
  if (about === 'STEP') return true;
  return about === 'RESULT' ? result === 'UNSUITABLE' : status === 'NOT_APPOINTED';
}

/** What speaks against sending something about a procedure as a whole. */
export function sendingProblems(
  about: NotificationSent['about'],
  step: StepRecord | null,
  byLetter: boolean,
  { status, ending, template }: ProcedureRecord,
): Problem[] {
  const announced = template?.announcedSteps.find(({ key }) => key === step?.key);
  const problems: Problem[] = [];
  if ((about === 'STEP') !== (step !== null)) {
    problems.push(
      problem(
        'step',
        'STEP_EXPECTED',
        null,
        'step must be a step of this procedure where about is STEP, and else left out',
      ),
    );
  }
  if (announced?.failureNotice === 'LETTER' && !byLetter) {
    problems.push(
      problem(
        'byLetter',
        'BY_LETTER',
        'false',
        'byLetter must be true: the notice says that failing this step is told by letter',
      ),
    );
  }
  if (about === 'RESULT' && !['RESULT_SUBMITTED', 'DECIDED', 'COMPLETED'].includes(status) && ending === null) {
    problems.push(
      problem('about', 'NOT_AT_THIS_TIME', status, 'The result is sent once the committee has submitted it'),
    );
  }
  if (about === 'DECISION' && status !== 'COMPLETED' && ending !== 'NOBODY_APPOINTED') {
    problems.push(problem('about', 'NOT_AT_THIS_TIME', status, 'The decision is sent once it has taken effect'));
  }
  return problems;
}
