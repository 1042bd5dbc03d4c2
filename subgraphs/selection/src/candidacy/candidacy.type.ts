import { CANDIDACY_STATUSES, type CandidacyStatus as Status } from '@mandate-graph/domain';
import { graphEnum, Instant, type Resource } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StandingShown } from '../procedure/procedure.service.ts';
import { STEP_RESULTS } from './candidacy.state.rules.ts';

export const CandidacyStatus = graphEnum(
  'CandidacyStatus',
  CANDIDACY_STATUSES,
  'Where a candidate stands: IN_PROGRESS in the current step; EXCLUDED by a step; SUITABLE or UNSUITABLE by the committee; SELECTED by the authority until the candidate answers, then APPOINTED or DECLINED; DISCONTINUED with the vacancy.',
);
export const StepResult = graphEnum(
  'StepResult',
  STEP_RESULTS,
  'What a step came to for a candidate; HELD: it took place, and by itself decides nothing. NOT_REGISTERED, ABSENT and BARRED follow from a rule, and can be contested.',
);

const HIDDEN =
  'To its candidate it says nothing of what was decided and not sent yet: until then it stands as it stood before.';

@ObjectType({
  description: `The part of a candidate in a procedure. Its id is that of the application. ${HIDDEN}`,
})
export class Candidacy {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => CandidacyStatus)
  readonly status!: Status;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
  @Field(() => Instant, { description: 'When the application was submitted.' })
  readonly submittedAt!: string;
}

/** In which part somebody sees a candidacy. */
export type Viewer = 'CANDIDATE' | 'RECRUITER' | 'MEMBER' | 'AUTHORITY';

/** A candidacy in an answer, to somebody who may see it. */
export interface CandidacyView extends Candidacy {
  readonly candidateId: string;
  readonly procedureId: string;
  readonly stepId: string | null;
  readonly viewer: Viewer;
  /** By which access to its fields is judged. */
  readonly whose: Resource;
}

/** With what its step, and those of its outcomes, stand by. */
export interface SeenCandidacy extends CandidacyView {
  readonly standing: StandingShown;
}
