import { graphEnum, Instant } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { APPEAL_OUTCOMES, type AppealOutcome as Ending } from './request.rules.ts';

export const AppealOutcome = graphEnum(
  'AppealOutcome',
  APPEAL_OUTCOMES,
  'How an appeal to the Council of State ended.',
);

@InputType()
export class ContestOutcomeInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID, { description: 'The step whose outcome followed from a rule: not registered, absent, or barred.' })
  readonly step!: string;
  @Field(() => String, { description: 'Why it should not hold. Seen by the candidate and the institution.' })
  readonly grounds!: string;
}

@InputType()
export class RequestFeedbackInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => String, { description: 'What is asked. Seen by the candidate and the institution.' })
  readonly text!: string;
}

@InputType()
export class FileComplaintInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => String, { description: 'What it is about. Seen by the candidate and the institution.' })
  readonly text!: string;
}

@InputType()
export class RecordAppealInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Instant, { description: 'When it was lodged with the Council of State.' })
  readonly lodgedAt!: string;
  @Field(() => String, { description: 'The number of the case.' })
  readonly reference!: string;
}

@InputType()
export class RecordAppealOutcomeInput extends KeyedInput {
  @Field(() => ID, { description: 'The appeal.' })
  readonly request!: string;
  @Field(() => Int, { description: 'Of the request, as it was read.' })
  readonly version!: number;
  @Field(() => AppealOutcome)
  readonly outcome!: Ending;
  @Field(() => Instant, { description: 'When it was decided or withdrawn.' })
  readonly decidedAt!: string;
  @Field(() => String, { description: 'The number of the judgment, or of what it was withdrawn by.' })
  readonly reference!: string;
}

@InputType()
export class AnswerRequestInput extends KeyedInput {
  @Field(() => ID)
  readonly request!: string;
  @Field(() => Int, { description: 'Of the request, as it was read.' })
  readonly version!: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a contest: whether it is found right, and the candidate is in again. Left out otherwise.',
  })
  readonly upheld?: boolean | null;
  @Field(() => String, { description: 'The answer, with its reasons: at least 20 characters.' })
  readonly answer!: string;
}
