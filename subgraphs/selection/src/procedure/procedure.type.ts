import {
  type StepKind as Kind,
  PROCEDURE_ENDINGS,
  type ProcedureEnding,
  type SuitabilityScheme as Scheme,
  type LocalizedText as Text,
} from '@mandate-graph/domain';
import { graphEnum, Instant, LocalizedText, StepKind, SuitabilityScheme } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { PROCEDURE_STATUSES, type ProcedureStatus, STEP_STATUSES, type StepStatus } from './procedure.rules.ts';
import type { ProcedureView, StepView } from './procedure.service.ts';

const SelectionProcedureStatus = graphEnum(
  'SelectionProcedureStatus',
  PROCEDURE_STATUSES,
  'NOT_STARTED until the vacancy has closed, then READY_FOR_SCREENING, and RUNNING once it has been started; RESULT_SUBMITTED to the authority, DECIDED until the one who was chosen answers, COMPLETED by an appointment; CANCELLED when the vacancy is withdrawn. Whoever has no part in running or deciding it, its candidates among them, is shown how it ended once everybody has been sent what was decided against them: until then it is RUNNING or RESULT_SUBMITTED, and never DECIDED.',
);
const SelectionEnding = graphEnum(
  'SelectionEnding',
  PROCEDURE_ENDINGS,
  'How a procedure ended: NONE_ADMISSIBLE, nobody met the conditions; NONE_SUITABLE, nobody was left or found suitable; NOBODY_APPOINTED, the authority appointed none of those who were.',
);
const SelectionStepStatus = graphEnum(
  'SelectionStepStatus',
  STEP_STATUSES,
  'PENDING until it begins, RUNNING, then CONCLUDED; NOT_HELD when the procedure ended without it. To whoever has no part in the procedure a step is RUNNING once the one before it is concluded, and one after the result not before all others were told.',
);
const NO_MORE_THAN_THE_STATUS = 'To whoever has no part in the procedure it says no more than the status.';

@ObjectType({
  description: 'A step of a selection procedure, as it runs. What the notice says of it is announced by the vacancy.',
})
export class SelectionStep implements StepView {
  @Field(() => ID, { description: 'Stays when the step moves or is renamed.' })
  readonly id!: string;
  @Field(() => String, { description: 'Unique within the procedure.' })
  readonly key!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the announced step of the vacancy that this is the running side of.',
  })
  readonly announcedKey!: string | null;
  @Field(() => Int, { description: 'From 1, in the order of the procedure.' })
  readonly position!: number;
  @Field(() => StepKind)
  readonly kind!: Kind;
  @Field(() => LocalizedText)
  readonly name!: Text;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Failing it ends the procedure for the candidate; null when the notice is silent.',
  })
  readonly eliminatory!: boolean | null;
  @Field(() => SelectionStepStatus)
  readonly status!: StepStatus;
  @Field(() => Int, { description: `From 1; grows by one with each act. ${NO_MORE_THAN_THE_STATUS}` })
  readonly version!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'The running side of the selection for a vacancy.' })
export class SelectionProcedure implements Omit<ProcedureView, 'vacancyId' | 'whose' | 'standing'> {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => SelectionProcedureStatus)
  readonly status!: ProcedureStatus;
  @Field(() => SuitabilityScheme, {
    nullable: true,
    description: 'As the announced result names it; null when it names none.',
  })
  readonly suitabilityScheme!: Scheme | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the legal regime; null until it starts, or when its institution names none.',
  })
  readonly legalRegime!: string | null;
  @Field(() => SelectionEnding, {
    nullable: true,
    description: 'Null until it has ended, and where it never started. Shown with the status.',
  })
  readonly ending!: ProcedureEnding | null;
  @Field(() => Int, {
    description: `From 1; grows by one with each act on the procedure as a whole. ${NO_MORE_THAN_THE_STATUS}`,
  })
  readonly version!: number;
  @Field(() => Instant, { description: 'When the institution first told of the vacancy.' })
  readonly createdAt!: string;
}
