import { LEAST_REASONS } from '@mandate-graph/domain';
import { graphEnum } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type GivenInterview, INTERVIEW_RESULTS, type InterviewResult as Result } from './interview.rules.ts';

export const InterviewResult = graphEnum(
  'InterviewResult',
  INTERVIEW_RESULTS,
  'Whether an additional interview took place. Who was ABSENT can still be chosen: the authority takes it into account.',
);

const found = (what: string) => ({
  nullable: true,
  description: `What was found of ${what}, in at least ${LEAST_REASONS} characters; left out where the candidate did not come.`,
});

@InputType()
export class RecordInterviewInput extends KeyedInput implements GivenInterview {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { nullable: true, description: 'Of the interview that is corrected; left out for the first time.' })
  readonly version?: number | null;
  @Field(() => InterviewResult)
  readonly result!: Result;
  @Field(() => String, found('the specific competences'))
  readonly specificCompetences?: string | null;
  @Field(() => String, found('the interpersonal skills'))
  readonly interpersonalSkills?: string | null;
  @Field(() => String, found('the leadership abilities'))
  readonly leadershipAbilities?: string | null;
}
