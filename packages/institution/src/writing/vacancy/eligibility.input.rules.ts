import type { EligibilityCondition, EligibilityRule, Problem, RuleNote } from '@mandate-graph/domain';
import { missing, refuse } from '../../subject/problem.rules.ts';
import { listOf, toText } from '../parts.rules.ts';
import type { EligibilityConditionInput, EligibilityRuleInput, RuleNoteInput } from './eligibility.input.ts';

/** Stands where a condition is missing, in a state that is refused. */
const NO_CONDITION: EligibilityConditionInput = {
  kind: 'EXTERNAL_DOCUMENT',
  evidenceExclusive: false,
  contentKnown: false,
};

export function toRule(given: EligibilityRuleInput): EligibilityRule {
  const { key, operator } = given;
  const [label, notes] = [toText(given.label), listOf(given.notes, toNote)];
  return operator === 'CONDITION'
    ? { key, operator, label, condition: toCondition(given.condition ?? NO_CONDITION), notes }
    : { key, operator, label, rules: listOf(given.rules, toRule), notes };
}

const toCondition = (given: EligibilityConditionInput): EligibilityCondition => ({
  kind: given.kind,
  parameters: listOf(given.parameters, ({ name, values, quantity = null }) => ({
    name,
    values: values ?? [],
    quantity,
  })),
  evidence: given.evidence ?? [],
  evidenceExclusive: given.evidenceExclusive,
  contentKnown: given.contentKnown,
});

const toNote = ({ kind, label }: RuleNoteInput): RuleNote => ({ kind, label: toText(label) });

/** A node says what its operator needs, and nothing that it would leave unread. */
export function ruleProblems(path: string, { operator, rules, condition }: EligibilityRuleInput): readonly Problem[] {
  const below = (rules ?? []).flatMap((rule, index) => ruleProblems(`${path}.rules[${index}]`, rule));
  if (operator !== 'CONDITION') {
    if (condition == null) return below;
    return [refuse(`${path}.condition`, 'CONFLICT', condition.kind, `must be left out for ${operator}`), ...below];
  }
  return [
    ...(condition == null ? [missing(`${path}.condition`, 'REQUIRED', 'must be given for CONDITION')] : []),
    ...(rules == null || rules.length === 0
      ? []
      : [refuse(`${path}.rules`, 'CONFLICT', `${rules.length} rules`, 'must be left out for CONDITION')]),
    ...below,
  ];
}
