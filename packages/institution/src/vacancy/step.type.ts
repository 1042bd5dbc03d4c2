import type { StepRule as Rule, AnnouncedStep as Step } from '@mandate-graph/domain';
import { CalendarDuration, Decimal, LocalizedText, StepKind, SuitabilityScheme } from '@mandate-graph/runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import { FailureNotice, StepRuleKind, StepRuleLevels, StepRuleStart } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'The lowest score that passes.' })
export class PassMark {
  @Field(() => Decimal, { description: 'Inclusive.' })
  readonly atLeast!: string;
  @Field(() => Decimal)
  readonly outOf!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'How long a step takes.' })
export class StepDuration {
  @Field(() => Int)
  readonly minutes!: number;
  @Field(() => Boolean)
  readonly approximate!: boolean;
  @Field(() => Boolean, { nullable: true })
  readonly includesPreparation!: boolean | null;
}

@Directive('@shareable')
@ObjectType({ description: 'How many members a selection committee has.' })
export class CommitteeSize {
  @Field(() => Int)
  readonly min!: number;
  @Field(() => Int)
  readonly max!: number;
}

@Directive('@shareable')
@ObjectType({ description: 'An exemption or a waiting period.' })
export class StepRule {
  @Field(() => StepRuleKind)
  readonly kind!: Rule['kind'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => CalendarDuration, { nullable: true })
  readonly duration!: string | null;
  @Field(() => StepRuleStart, { nullable: true })
  readonly startsFrom!: Rule['startsFrom'];
  @Field(() => StepRuleLevels)
  readonly levels!: Rule['levels'];
}

@Directive('@shareable')
@ObjectType({ description: 'A step of the selection as the institution announces it.' })
export class AnnouncedStep {
  @Field(() => String, { description: 'Stable within the vacancy.' })
  readonly key!: string;
  @Field(() => Int, { description: 'From 1, in the order of the procedure.' })
  readonly position!: number;
  @Field(() => StepKind)
  readonly kind!: Step['kind'];
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
  @Field(() => Passage)
  readonly description!: Passage;
  @Field(() => Boolean, { nullable: true, description: 'Failing it ends the procedure for the candidate.' })
  readonly eliminatory!: boolean | null;
  @Field(() => FailureNotice, { nullable: true })
  readonly failureNotice!: Step['failureNotice'];
  @Field(() => [LocalizedText])
  readonly evaluates!: readonly LocalizedText[];
  @Field(() => [LocalizedText], { description: 'What the outcome rests on.' })
  readonly inputs!: readonly LocalizedText[];
  @Field(() => [LocalizedText])
  readonly outcomes!: readonly LocalizedText[];
  @Field(() => SuitabilityScheme, { nullable: true, description: 'How the step groups candidates.' })
  readonly suitabilityScheme!: Step['suitabilityScheme'];
  @Field(() => PassMark, { nullable: true })
  readonly passMark!: PassMark | null;
  @Field(() => StepDuration, { nullable: true })
  readonly duration!: StepDuration | null;
  @Field(() => Int, { nullable: true, description: 'Number of tests within the step.' })
  readonly testCount!: number | null;
  @Field(() => [Int], { nullable: true, description: 'Weighting classes of the level the step is adapted to.' })
  readonly weightingClasses!: readonly number[] | null;
  @Field(() => CommitteeSize, { nullable: true })
  readonly committeeSize!: CommitteeSize | null;
  @Field(() => [StepRule])
  readonly rules!: readonly StepRule[];
}
