import type {
  EligibilityCondition as Condition,
  RuleNote as Note,
  EligibilityRule as Rule,
} from '@mandate-graph/domain';
import { LocalizedText } from '@mandate-graph/runtime';
import { Directive, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { ConditionKind, EvidenceKind, RuleNoteKind, RuleOperator } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'A named parameter of a condition.' })
export class RuleParameter {
  @Field(() => String)
  readonly name!: string;
  @Field(() => [String], { description: 'Codes, any of which will do.' })
  readonly values!: readonly string[];
  @Field(() => String, { nullable: true, description: 'An ISO 8601 duration such as P6Y, a level, or a count.' })
  readonly quantity!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'What one leaf of a rule tree asks, and what may prove it.' })
export class EligibilityCondition {
  @Field(() => ConditionKind)
  readonly kind!: Condition['kind'];
  @Field(() => [RuleParameter])
  readonly parameters!: readonly RuleParameter[];
  @Field(() => [EvidenceKind], { description: 'Empty: none is named.' })
  readonly evidence!: readonly Condition['evidence'][number][];
  @Field(() => Boolean, { description: 'Only the evidence named counts.' })
  readonly evidenceExclusive!: boolean;
  @Field(() => Boolean, {
    description: 'False where it stands in a document of unknown content: never found satisfied.',
  })
  readonly contentKnown!: boolean;
}

@Directive('@shareable')
@ObjectType({ description: 'A rule about a rule.' })
export class RuleNote {
  @Field(() => RuleNoteKind)
  readonly kind!: Note['kind'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
}

@Directive('@shareable')
@ObjectType({ description: 'A node of a rule tree: all of, any of, or one condition.' })
export class EligibilityRule {
  @Field(() => String, { description: 'Stable within the vacancy.' })
  readonly key!: string;
  @Field(() => RuleOperator)
  readonly operator!: Rule['operator'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => [RuleNote])
  readonly notes!: readonly RuleNote[];
}

@Directive('@shareable')
@ObjectType({ description: 'A node of the whole tree, for reading it in one list: parents before their children.' })
export class EligibilityNode {
  @Field(() => Int, { description: '0 for the root.' })
  readonly depth!: number;
  @Field(() => String, { nullable: true, description: 'Key of the rule above; null for the root.' })
  readonly parentKey!: string | null;
  @Field(() => EligibilityRule)
  readonly rule!: EligibilityRule;
}

@Resolver(() => EligibilityRule)
export class EligibilityRuleFields {
  @FieldResolver(() => [EligibilityRule], { description: 'The rules directly below; empty for a condition.' })
  rules(@Root() rule: Rule): readonly Rule[] {
    return rule.operator === 'CONDITION' ? [] : rule.rules;
  }

  @FieldResolver(() => EligibilityCondition, { nullable: true })
  condition(@Root() rule: Rule): Condition | null {
    return rule.operator === 'CONDITION' ? rule.condition : null;
  }

  @FieldResolver(() => [EligibilityNode], { description: 'This node and everything below it, parents first.' })
  nodes(@Root() rule: Rule): EligibilityNode[] {
    return flatten(rule, null, 0);
  }
}

function flatten(rule: Rule, parentKey: string | null, depth: number): EligibilityNode[] {
  const below = rule.operator === 'CONDITION' ? [] : rule.rules;
  return [{ depth, parentKey, rule }, ...below.flatMap((child) => flatten(child, rule.key, depth + 1))];
}
