import { LEAST_REASONS } from '@mandate-graph/domain';
import { Decimal, graphEnum } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

const ATTENDANCES = ['PRESENT', 'ABSENT'] as const;
export const Attendance = graphEnum('Attendance', ATTENDANCES, 'Whether a candidate was there at a session.');

@InputType()
export class RecordAttendanceInput extends KeyedInput {
  @Field(() => ID)
  readonly session!: string;
  @Field(() => ID, { description: 'An application with a seat in the session.' })
  readonly application!: string;
  @Field(() => Attendance)
  readonly attendance!: (typeof ATTENDANCES)[number];
}

@InputType()
abstract class ScoresInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => [Decimal], { description: 'Of each test, in their order: as many as the notice says.' })
  readonly scores!: readonly string[];
  @Field(() => Decimal, { description: 'What the pass mark is held against.' })
  readonly total!: string;
  @Field(() => Boolean, {
    description: 'What the person concludes; where there is a pass mark, as the total says.',
  })
  readonly passed!: boolean;
}

const REASONS = `At least ${LEAST_REASONS} characters (law of 29 July 1991 on formal reasons): told to the candidate.`;

@InputType()
export class RecordAssessmentInput extends ScoresInput {
  @Field(() => String, { nullable: true, description: `Needed where it is not passed. ${REASONS}` })
  readonly reasons?: string | null;
}

@InputType()
export class CorrectAssessmentInput extends ScoresInput {
  @Field(() => Int, { description: 'Of the assessment, as it was read.' })
  readonly version!: number;
  @Field(() => String, { description: `Why the result stands, and what was wrong before. ${REASONS}` })
  readonly reasons!: string;
}

@InputType()
export class ExcludeFromAssessmentInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { description: 'Of the candidacy, as it was read.' })
  readonly version!: number;
  @Field(() => String, { description: `Why. ${REASONS}` })
  readonly reasons!: string;
}
