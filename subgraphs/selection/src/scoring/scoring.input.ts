import { Decimal } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { GivenScore, GivenScores } from './scoring.rules.ts';

@InputType()
class CompetenceScoreInput implements GivenScore {
  @Field(() => String, { description: 'Key of the competence, as the score sheet of the procedure lists it.' })
  readonly competence!: string;
  @Field(() => Decimal, { description: 'Within the scale of the score sheet.' })
  readonly score!: string;
  @Field(() => String, { nullable: true })
  readonly remarks?: string | null;
}

@InputType({ description: 'How a member of the committee judges a candidate whom they heard.' })
export class ScoreCandidateInput extends KeyedInput implements GivenScores {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of one’s own scores, as they were read. Left out for the first time.',
  })
  readonly version?: number | null;
  @Field(() => [CompetenceScoreInput], { description: 'Every competence of the score sheet, once.' })
  readonly scores!: readonly CompetenceScoreInput[];
  @Field(() => String, {
    nullable: true,
    description: 'On the candidate as a whole. Required where the notice names no competences.',
  })
  readonly remarks?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why scores are corrected, in at least 20 characters: required once those of another member are open to the member. Kept encrypted, in the trail.',
  })
  readonly reasons?: string | null;
}
