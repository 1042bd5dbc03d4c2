import { Instant, type Resource } from '@mandate-graph/runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { InterviewResult } from './interview.input.ts';
import type { InterviewResult as Result } from './interview.rules.ts';

const FOUND = { nullable: true, description: 'Null where the candidate did not come, and once erased.' } as const;

@ObjectType({
  description: 'The additional interview of a suitable candidate with the authority, which decides nothing by itself.',
})
export class AdditionalInterview {
  @Field(() => InterviewResult)
  readonly result!: Result;
  @Field(() => Int, { description: 'From 1; grows by one with each correction.' })
  readonly version!: number;
  @Field(() => Instant)
  readonly recordedAt!: string;
  @Field(() => String, FOUND)
  readonly specificCompetences!: string | null;
  @Field(() => String, FOUND)
  readonly interpersonalSkills!: string | null;
  @Field(() => String, FOUND)
  readonly leadershipAbilities!: string | null;
  readonly whose!: Resource;
}
