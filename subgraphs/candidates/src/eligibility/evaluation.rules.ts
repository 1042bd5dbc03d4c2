import type {
  ConditionKind,
  EligibilityCondition,
  EligibilityRule,
  LocalizedText,
  RuleNote,
  Source,
  Sources,
} from '@mandate-graph/domain';
import { declared, nationality, notDismissed } from './appointment.rules.ts';
import { degree } from './degree.rules.ts';
import type { Evidence, Judgement } from './evidence.rules.ts';
import { type Finding, type Lack, quantityOf, unknown } from './finding.rules.ts';
import { employer, employmentRelation, experience, functionLevel } from './participation.rules.ts';
import { allOf, anyOf, type Outcome, outcomeOf } from './value.rules.ts';

/** Which of the two trees of a vacancy is judged: for taking part, or for being appointed. */
export type ConditionsField = 'participationConditions' | 'appointmentConditions';

/** A note of a rule, and where the notice has it; null where the sources do not say. */
interface SourcedNote extends RuleNote {
  readonly source: Source | null;
}

/** A node of the rule tree with what it comes to, and why. */
export interface NodeEvaluation extends Finding {
  readonly key: string;
  /** Field path from the vacancy: `participationConditions.rules[0]`. */
  readonly path: string;
  readonly operator: EligibilityRule['operator'];
  /** Null for a node that is no condition. */
  readonly kind: ConditionKind | null;
  readonly label: LocalizedText;
  readonly notes: readonly SourcedNote[];
  /** Where the notice has the rule; null where the sources do not say. */
  readonly source: Source | null;
  readonly children: readonly NodeEvaluation[];
}

export interface Evaluation {
  readonly outcome: Outcome;
  /** Local day for which it was judged. */
  readonly judgedOn: string;
  /** Null when the notice names no conditions: then nothing can be said. */
  readonly root: NodeEvaluation | null;
}

/** A condition that is not met, with what lacks. */
export interface Shortcoming {
  readonly key: string;
  readonly path: string;
  readonly label: LocalizedText;
  readonly missing: readonly Lack[];
  /** Path of the nearest group of which one is enough; null when this condition must be met in any case. */
  readonly oneOf: string | null;
}

/**
 * Judges a file by the conditions of a vacancy: a proposal with its explanation, for a person to decide on. A condition
 * whose content is unknown stays undetermined whatever the file holds.
 */
export function evaluate(
  field: ConditionsField,
  rule: EligibilityRule | null,
  sources: Sources,
  evidence: Evidence,
  at: Judgement,
): Evaluation {
  if (rule === null) return { outcome: 'UNDETERMINED', judgedOn: at.judgedOn, root: null };
  const root = evaluateNode(field, rule, sources, evidence, at);
  return { outcome: outcomeOf(root), judgedOn: at.judgedOn, root };
}

function evaluateNode(
  path: string,
  rule: EligibilityRule,
  sources: Sources,
  evidence: Evidence,
  at: Judgement,
): NodeEvaluation {
  const { key, operator, label } = rule;
  const notes = rule.notes.map((note, index) => ({ ...note, source: sources[`${path}.notes[${index}]`] ?? null }));
  const node = { key, path, operator, label, notes, source: sourceOf(sources, path) };
  if (rule.operator === 'CONDITION') {
    const { condition } = rule;
    const finding = condition.contentKnown
      ? judge(condition, notes, evidence, at)
      : unknown({ code: 'UNKNOWN_CONTENT' });
    return { ...node, kind: condition.kind, ...finding, children: [] };
  }
  const children = rule.rules.map((child, index) =>
    evaluateNode(`${path}.rules[${index}]`, child, sources, evidence, at),
  );
  const judged = rule.operator === 'ALL_OF' ? allOf(children) : anyOf(children);
  return {
    ...node,
    kind: null,
    value: judged.value,
    reservations: judged.reservations,
    evidence: [],
    found: [],
    missing: [],
    children,
  };
}

function judge(
  condition: EligibilityCondition,
  notes: readonly RuleNote[],
  evidence: Evidence,
  at: Judgement,
): Finding {
  switch (condition.kind) {
    case 'EMPLOYER':
      return employer(condition, evidence, at);
    case 'EMPLOYMENT_RELATION':
      return employmentRelation(condition, evidence, at);
    case 'EXTERNAL_DOCUMENT':
      return unknown({ code: 'FOR_A_PERSON' });
    case 'DEGREE':
      return degree(condition, notes, evidence, at);
    case 'FUNCTION_LEVEL':
      return functionLevel(condition, evidence, at);
    case 'MANAGEMENT_EXPERIENCE':
      return experience('MANAGERIAL', condition, evidence, at);
    case 'USEFUL_EXPERIENCE':
      return experience('USEFUL', condition, evidence, at);
    case 'NATIONALITY':
      return nationality(condition, notes, evidence);
    case 'NOT_DISMISSED':
      return notDismissed(condition, evidence, at);
    case 'CIVIL_AND_POLITICAL_RIGHTS':
    case 'CONDUCT':
    case 'NO_CONFLICT_OF_INTEREST':
      return declared(condition.kind, condition, evidence, at);
  }
}

/** The conditions that stand between a file and its rule: those not met, below groups that are not met either. */
export function whatLacks(node: NodeEvaluation, oneOf: string | null = null): readonly Shortcoming[] {
  if (node.value === 'SATISFIED') return [];
  const { key, path, label, missing } = node;
  if (node.operator === 'CONDITION') return [{ key, path, label, missing, oneOf }];
  return node.children.flatMap((child) => whatLacks(child, node.operator === 'ANY_OF' ? path : oneOf));
}

/**
 * The part of the conditions that validation waits for: the required years. A group of which another condition would do
 * as well requires none, and so does one that does not say how many. Null: no years are required.
 */
export function requiredYears(rule: EligibilityRule | null): EligibilityRule | null {
  if (rule === null) return null;
  if (rule.operator === 'CONDITION') return requiresYears(rule.condition) ? rule : null;
  const rules = rule.rules.map(requiredYears).filter((child) => child !== null);
  const needed = rule.operator === 'ANY_OF' ? rules.length === rule.rules.length : true;
  return needed && rules.length > 0 ? { ...rule, rules } : null;
}

const requiresYears = (condition: EligibilityCondition): boolean =>
  condition.contentKnown &&
  (condition.kind === 'MANAGEMENT_EXPERIENCE' || condition.kind === 'USEFUL_EXPERIENCE') &&
  quantityOf(condition, 'minimum') !== null;

/** The source of the nearest path upwards that has one: a rule without lines of its own has those of its group. */
function sourceOf(sources: Sources, path: string): Source | null {
  const own = sources[path];
  if (own !== undefined || path === '') return own ?? null;
  return sourceOf(sources, path.slice(0, Math.max(path.lastIndexOf('.'), 0)));
}
