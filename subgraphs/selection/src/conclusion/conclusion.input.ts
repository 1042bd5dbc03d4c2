import { LEAST_REASONS } from '@mandate-graph/domain';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { SuitabilityGroup as Group } from './conclusion.rules.ts';
import { SuitabilityGroup } from './conclusion.type.ts';

@InputType({ description: 'What the committee concludes on a candidate, in the words of its chair.' })
export class ConcludeCandidateInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { description: 'Of the candidacy, as it was read.' })
  readonly version!: number;
  @Field(() => SuitabilityGroup)
  readonly group!: Group;
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters (law of 29 July 1991): told to the candidate with the result.`,
  })
  readonly reasons!: string;
}
