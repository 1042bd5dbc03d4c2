import { Decimal, Instant, type Resource } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a committee scores, and on which scale. Averages inform it, and decide nothing.' })
export class ScoreSheet {
  @Field(() => [String], {
    description:
      'Keys of the competences, in the order of the notice: those assessed where the committee hears candidates, or all where it names none for that. Empty: it names none at all.',
  })
  readonly competences!: readonly string[];
  @Field(() => Decimal, { description: 'Of the legal regime, where the notice prints none.' })
  readonly lowest!: string;
  @Field(() => Decimal)
  readonly highest!: string;
}

@ObjectType({ description: 'How a member scores one competence of a candidate.' })
export class CompetenceScore {
  @Field(() => String, { description: 'Key of the competence.' })
  readonly competence!: string;
  @Field(() => Decimal)
  readonly score!: string;
  @Field(() => String, { nullable: true })
  readonly remarks!: string | null;
}

@ObjectType({ description: 'How a member of the committee judges a candidate.' })
export class CommitteeScore {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ID, { description: 'Of the member.' })
  readonly member!: string;
  @Field(() => Int, { description: 'From 1; grows by one when the member corrects them.' })
  readonly version!: number;
  @Field(() => Boolean, {
    description: 'Whether the member has corrected them when those of others were open to the member, with reasons.',
  })
  readonly correctedAfterOthers!: boolean;
  @Field(() => Boolean, { description: 'Whether they are those of whoever asks.' })
  readonly own!: boolean;
  @Field(() => [CompetenceScore], { description: 'Empty once the candidate has been erased.' })
  readonly scores!: readonly CompetenceScoreView[];
  @Field(() => Decimal, { nullable: true, description: 'Over the competences, in hundredths.' })
  readonly average!: string | null;
  @Field(() => String, { nullable: true })
  readonly remarks!: string | null;
  @Field(() => Instant)
  readonly recordedAt!: string;
}

@ObjectType({ description: 'Whether the scores of a member who judges a candidate are in.' })
export class ScoreIn {
  @Field(() => ID, { description: 'Of the member.' })
  readonly member!: string;
  @Field(() => Boolean)
  readonly in!: boolean;
}

/** Whose it is goes with every part, by which access to its fields is judged. */
interface Whose {
  readonly whose: Resource;
}
export type CompetenceScoreView = CompetenceScore & Whose;
export type CommitteeScoreView = CommitteeScore & Whose;
export type ScoreInView = ScoreIn & Whose;
export type ScoreSheetView = ScoreSheet & Whose;
