import { Decimal, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StepResult as Result } from '../candidacy/candidacy.state.rules.ts';
import { StepResult } from '../candidacy/candidacy.type.ts';

@ObjectType({ description: 'The result of the computer assessment of a candidate, with its scores.' })
export class Assessment {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each correction.' })
  readonly version!: number;
  @Field(() => StepResult, { description: 'PASSED or FAILED.' })
  readonly result!: Result;
  @Field(() => LocalDate, { description: 'The local day of the session.' })
  readonly testDay!: string;
  @Field(() => [Decimal], { description: 'Of each test, in their order.' })
  readonly scores!: readonly string[];
  @Field(() => Decimal, { description: 'What the pass mark was held against.' })
  readonly total!: string;
  @Field(() => Decimal, { nullable: true, description: 'The lowest total that passes; null: a person judged.' })
  readonly atLeast!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'The highest total; null: nothing says.' })
  readonly outOf!: string | null;
}
