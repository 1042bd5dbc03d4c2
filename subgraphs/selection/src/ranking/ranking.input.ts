import { LEAST_REASONS } from '@mandate-graph/domain';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { GivenPlace } from './ranking.rules.ts';

@InputType()
class RankingPlaceInput implements GivenPlace {
  @Field(() => Int, { description: 'From 1. After a tie, as much later as candidates share it: 1, 1, 3.' })
  readonly place!: number;
  @Field(() => [ID], { description: 'Several where they share the place, as far as the regime allows that.' })
  readonly applications!: readonly string[];
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters, and without naming anybody else: told to each of these candidates with the result.`,
  })
  readonly reasons!: string;
}

@InputType({
  description: 'The order in which the committee puts those whom it found suitable, in the words of its chair.',
})
export class RankCandidatesInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, { nullable: true, description: 'Of the ranking that is replaced. Left out for the first one.' })
  readonly version?: number | null;
  @Field(() => [RankingPlaceInput], { description: 'All who are suitable, each once.' })
  readonly places!: readonly RankingPlaceInput[];
}
