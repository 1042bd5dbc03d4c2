import { type ProcedureEnding, statusAt, type VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { isSendable, type Sendable, sendingProblems } from '../notification/notification.rules.ts';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import { type Starting, startProblems } from '../procedure/procedure.rules.ts';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import type { LegalRegime } from '../regime/regime.rules.ts';
import type { StepFacts } from './task.repository.ts';
import { concerned, type Task, taskFor, taskOf } from './task.rules.ts';
import type { Asked, TaskFacts } from './task.words.rules.ts';

/** A procedure that has not started, with the vacancy as it is now. */
export interface WaitingProcedure
  extends Pick<VacancyState, 'publication' | 'opensOn' | 'applicationDeadline' | 'vacantPositions'>,
    Pick<Starting, 'steps'> {
  readonly id: string;
  readonly institution: string;
}

/** `regimeOf`: the legal regime that an institution names, as it holds today. */
export const startTasks = (
  waiting: readonly WaitingProcedure[],
  regimeOf: (institution: string) => LegalRegime | null,
  now: Temporal.Instant,
): Task[] =>
  waiting
    .filter((one) => {
      const starting = { vacancy: { state: one, status: statusAt(one, now) }, steps: one.steps };
      return startProblems(starting, regimeOf(one.institution)).length === 0;
    })
    .map(({ id }) => taskOf('START_SELECTION', id));

/** Of the steps of one procedure that runs: who is to be screened, and which step has come to its end. */
export const stepTasks = (steps: readonly StepFacts[]): Task[] =>
  steps.flatMap((step) => [
    ...(step.kind === 'ELIGIBILITY_SCREENING' ? taskFor('SCREEN_CANDIDATES', step.procedureId, step.whom) : []),
    ...(isToConclude(step, steps) ? [taskOf('CONCLUDE_STEP', step.procedureId, { step: step.kind })] : []),
  ]);

/** The result is concluded by submitting it. */
const isToConclude = ({ kind, status, waiting, position }: StepFacts, steps: readonly StepFacts[]): boolean =>
  kind !== 'RESULT' &&
  status === 'RUNNING' &&
  waiting === 0 &&
  steps.every((step) => step.position >= position || step.status === 'CONCLUDED');

/** Something of a candidacy that has not been sent as it stands, if it is something to be sent. */
export interface Unsent extends Sendable {
  readonly about: NonNullable<TaskFacts['about']>;
  /** Null: the result, or the decision. */
  readonly step: StepRecord | null;
  readonly procedureId: string;
  readonly procedureStatus: RunningStatus;
  readonly ending: ProcedureEnding | null;
}

/** What one request would send is one task. */
export function sendingTasks(unsent: readonly Unsent[]): Task[] {
  const sendable = unsent.filter((one) => isSendable(one.about, one) && maySend(one));
  const keyOf = ({ procedureId, about, step }: Unsent) => `${procedureId} ${about} ${step?.id ?? ''}`;
  return [...new Map(sendable.map((one) => [keyOf(one), one]))].flatMap(([key, { procedureId, about, step }]) => {
    const ids = sendable.filter((one) => keyOf(one) === key).map(({ id }) => id);
    return taskFor('SEND_OUTCOMES', procedureId, concerned(ids), { about, ...(step !== null && { step: step.kind }) });
  });
}

/** By letter as well: then the rule reads no more of a procedure than this. */
const maySend = ({ about, step, procedureStatus: status, ending }: Unsent): boolean =>
  sendingProblems(about, step, true, { status, ending, template: null } as ProcedureRecord).length === 0;

/** A request of a candidate that is open. */
export interface OpenRequest {
  readonly procedureId: string;
  readonly application: string;
  readonly kind: Asked;
}

export const answeringTasks = (requests: readonly OpenRequest[]): Task[] =>
  requests.flatMap(({ procedureId, application, kind }) =>
    taskFor('ANSWER_REQUEST', procedureId, concerned([application]), { request: kind }),
  );
