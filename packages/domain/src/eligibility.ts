import type { LocalizedText } from './language.ts';

export const CONDITION_KINDS = [
  'EMPLOYER',
  'EMPLOYMENT_RELATION',
  'EXTERNAL_DOCUMENT',
  'DEGREE',
  'FUNCTION_LEVEL',
  'MANAGEMENT_EXPERIENCE',
  'USEFUL_EXPERIENCE',
  'NATIONALITY',
  'CIVIL_AND_POLITICAL_RIGHTS',
  'CONDUCT',
  'NO_CONFLICT_OF_INTEREST',
  'NOT_DISMISSED',
] as const;
export const EVIDENCE_KINDS = [
  'DIPLOMA',
  'APPOINTMENT_DECREE',
  'SPECIFIC_SECTIONS',
  'STAFF_RECORD',
  'DECLARATION',
] as const;

export type ConditionKind = (typeof CONDITION_KINDS)[number];
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A named parameter of a condition: values are codes (`BE`, `MASTER`), quantities in the given unit. */
export interface RuleParameter {
  readonly name: string;
  readonly values: readonly string[];
  /** ISO 8601 duration (`P6Y`), a level or a count; null where only values count. */
  readonly quantity: string | null;
}

export interface EligibilityCondition {
  readonly kind: ConditionKind;
  readonly parameters: readonly RuleParameter[];
  /** Evidence that may prove it; an empty list: the notice names none. */
  readonly evidence: readonly EvidenceKind[];
  /** Only the named evidence counts ("enkel op basis van"). */
  readonly evidenceExclusive: boolean;
  /** False where the condition stands in a document whose content is unknown: it can then never be found satisfied. */
  readonly contentKnown: boolean;
}

/** A node of a rule tree: all of, any of, or one condition. */
export type EligibilityRule =
  | {
      readonly key: string;
      readonly operator: 'ALL_OF' | 'ANY_OF';
      readonly label: LocalizedText;
      readonly rules: readonly EligibilityRule[];
      readonly notes: readonly RuleNote[];
    }
  | {
      readonly key: string;
      readonly operator: 'CONDITION';
      readonly label: LocalizedText;
      readonly condition: EligibilityCondition;
      readonly notes: readonly RuleNote[];
    };

/** A rule about the rule: equivalences, conditional participation, non-additive periods. */
export interface RuleNote {
  readonly kind: 'EQUIVALENCE' | 'CONDITIONAL_PARTICIPATION' | 'NOT_ADDITIVE' | 'DEFINITION' | 'LOOK_BACK' | 'SCOPE';
  readonly label: LocalizedText;
}
