import type {
  EligibilityCondition as Condition,
  RuleNote as Note,
  EligibilityRule as Rule,
} from '@mandate-graph/domain';
import { Field, InputType } from 'type-graphql';
import { ConditionKind, EvidenceKind, RuleNoteKind, RuleOperator } from '../../vacancy/vacancy.enums.ts';
import { LocalizedTextInput } from '../parts.input.ts';
import { KEY, OPTIONAL } from './vacancy.parts.input.ts';

@InputType({ description: 'A named parameter of a condition.' })
export class RuleParameterInput {
  @Field(() => String)
  readonly name!: string;
  @Field(() => [String], { nullable: true, description: 'Codes, any of which will do.' })
  readonly values?: readonly string[] | null;
  @Field(() => String, { nullable: true, description: 'An ISO 8601 duration such as P6Y, a level, or a count.' })
  readonly quantity?: string | null;
}

@InputType({ description: 'What one leaf of a rule tree asks, and what may prove it.' })
export class EligibilityConditionInput {
  @Field(() => ConditionKind)
  readonly kind!: Condition['kind'];
  @Field(() => [RuleParameterInput], OPTIONAL)
  readonly parameters?: readonly RuleParameterInput[] | null;
  @Field(() => [EvidenceKind], { nullable: true, description: 'Left out: none is named.' })
  readonly evidence?: readonly Condition['evidence'][number][] | null;
  @Field(() => Boolean, { description: 'Only the evidence named counts.' })
  readonly evidenceExclusive!: boolean;
  @Field(() => Boolean, { description: 'False where it stands in a document of unknown content.' })
  readonly contentKnown!: boolean;
}

@InputType({ description: 'A rule about a rule.' })
export class RuleNoteInput {
  @Field(() => RuleNoteKind)
  readonly kind!: Note['kind'];
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
}

@InputType({ description: 'A node of a rule tree: all of its rules, any of them, or one condition.' })
export class EligibilityRuleInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => RuleOperator)
  readonly operator!: Rule['operator'];
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => [EligibilityRuleInput], { nullable: true, description: 'For ALL_OF and ANY_OF: the rules below.' })
  readonly rules?: readonly EligibilityRuleInput[] | null;
  @Field(() => EligibilityConditionInput, { nullable: true, description: 'For CONDITION: what it asks.' })
  readonly condition?: EligibilityConditionInput | null;
  @Field(() => [RuleNoteInput], OPTIONAL)
  readonly notes?: readonly RuleNoteInput[] | null;
}
