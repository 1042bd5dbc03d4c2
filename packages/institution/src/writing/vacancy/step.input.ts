import type { StepRule as Rule, AnnouncedStep as Step } from '@mandate-graph/domain';
import { CalendarDuration, Decimal, StepKind, SuitabilityScheme } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { FailureNotice, StepRuleKind, StepRuleLevels, StepRuleStart } from '../../vacancy/vacancy.enums.ts';
import { LocalizedTextInput, PassageInput } from '../parts.input.ts';
import { KEY, OPTIONAL } from './vacancy.parts.input.ts';

@InputType({ description: 'The lowest score that passes.' })
export class PassMarkInput {
  @Field(() => Decimal, { description: 'Inclusive.' })
  readonly atLeast!: string;
  @Field(() => Decimal)
  readonly outOf!: string;
}

@InputType({ description: 'How long a step takes.' })
export class StepDurationInput {
  @Field(() => Int)
  readonly minutes!: number;
  @Field(() => Boolean)
  readonly approximate!: boolean;
  @Field(() => Boolean, OPTIONAL)
  readonly includesPreparation?: boolean | null;
}

@InputType({ description: 'How many members a selection committee has.' })
export class CommitteeSizeInput {
  @Field(() => Int)
  readonly min!: number;
  @Field(() => Int)
  readonly max!: number;
}

@InputType({ description: 'An exemption or a waiting period.' })
export class StepRuleInput {
  @Field(() => StepRuleKind)
  readonly kind!: Rule['kind'];
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => CalendarDuration, OPTIONAL)
  readonly duration?: string | null;
  @Field(() => StepRuleStart, OPTIONAL)
  readonly startsFrom?: Rule['startsFrom'];
  @Field(() => StepRuleLevels)
  readonly levels!: Rule['levels'];
}

@InputType({ description: 'A step of the selection as the institution announces it.' })
export class AnnouncedStepInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => Int, { nullable: true, description: 'The place in the list, from 1; taken from there when left out.' })
  readonly position?: number | null;
  @Field(() => StepKind)
  readonly kind!: Step['kind'];
  @Field(() => LocalizedTextInput)
  readonly name!: LocalizedTextInput;
  @Field(() => PassageInput)
  readonly description!: PassageInput;
  @Field(() => Boolean, OPTIONAL)
  readonly eliminatory?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'The unit or body that carries it out.' })
  readonly actor?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit or body that decides in the end, where it is another.' })
  readonly decidedBy?: string | null;
  @Field(() => FailureNotice, OPTIONAL)
  readonly failureNotice?: Step['failureNotice'];
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly evaluates?: readonly LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: 'What the outcome rests on.' })
  readonly inputs?: readonly LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly outcomes?: readonly LocalizedTextInput[] | null;
  @Field(() => SuitabilityScheme, OPTIONAL)
  readonly suitabilityScheme?: Step['suitabilityScheme'];
  @Field(() => PassMarkInput, OPTIONAL)
  readonly passMark?: PassMarkInput | null;
  @Field(() => StepDurationInput, OPTIONAL)
  readonly duration?: StepDurationInput | null;
  @Field(() => Int, OPTIONAL)
  readonly testCount?: number | null;
  @Field(() => [Int], OPTIONAL)
  readonly weightingClasses?: readonly number[] | null;
  @Field(() => CommitteeSizeInput, OPTIONAL)
  readonly committeeSize?: CommitteeSizeInput | null;
  @Field(() => [StepRuleInput], OPTIONAL)
  readonly rules?: readonly StepRuleInput[] | null;
}
