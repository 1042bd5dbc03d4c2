import type { LocalizedText, Passage } from './language.ts';
import type { Money } from './mandate.ts';
import type { Sourced } from './provenance.ts';
import type { LanguageRole, PostFunction } from './vacancy.ts';

export const UNIT_KINDS = [
  'PUBLIC_SERVICE',
  'FEDERAL_PUBLIC_SERVICE',
  'PUBLIC_SOCIAL_SECURITY_INSTITUTION',
  'PUBLIC_INSTITUTION',
  'ADMINISTRATION',
  'DIRECTORATE_GENERAL',
  'DIRECTORATE',
  'DEPARTMENT',
  'SERVICE',
] as const;
export const BODY_KINDS = [
  'GOVERNMENT',
  'MINISTER',
  'DIRECTORS_COUNCIL',
  'MANAGEMENT_COMMITTEE',
  'BOARD_OF_MANAGEMENT',
  'COORDINATION_COMMITTEE',
  'USER_CONSULTATION_COMMITTEE',
  'SELECTION_COMMITTEE',
  'COMPETENT_AUTHORITY',
  'COLLEGE',
  'COURT_OF_AUDIT',
  'TERRITORY',
  /** Persons or organisations the notice names together, without a statute of their own: citizens, partners, staff. */
  'GROUP',
] as const;
export const LINE_KINDS = [
  'LEADS',
  'COORDINATES',
  'PART_OF',
  'MEMBER_OF',
  'GOVERNED_BY',
  'REPORTS_TO',
  'ACCOUNTABLE_TO',
  'DEPUTISES_FOR',
  'FINALLY_RESPONSIBLE_FOR',
  'SUPPORTS',
  'SUPERVISES',
  'DELEGATES_POWERS_TO',
  'ARBITRATES_BETWEEN',
  'OVERSEES',
  'EXERCISES_DAILY_MANAGEMENT_OF',
  'EXECUTES_POLICY_OF',
  'PROPOSES_TO',
  'ADVISES',
  'INFORMS',
  'PROVIDES_TO',
  'SUBMITS_FILES_TO',
  'FORWARDS_TO',
  'REPRESENTS',
  'NEGOTIATES_WITH',
  'CONSULTS_WITH',
  'COOPERATES_WITH',
  'INTERMEDIARY_FOR',
  'MAINTAINS_RELATIONS_WITH',
  'COMMUNICATES_TO',
  'SERVES',
] as const;
export const BUDGET_KINDS = ['OPERATING', 'MANAGED_BY_HOLDER'] as const;
export const HEADCOUNT_KINDS = ['STAFF', 'DIRECT_AUTHORITY'] as const;
export const HEADCOUNT_UNITS = ['PERSONS', 'FTE'] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];
export type BodyKind = (typeof BODY_KINDS)[number];
export type LineKind = (typeof LINE_KINDS)[number];
export type BudgetKind = (typeof BUDGET_KINDS)[number];
export type HeadcountKind = (typeof HEADCOUNT_KINDS)[number];
export type HeadcountUnit = (typeof HEADCOUNT_UNITS)[number];

export interface FoundingAct {
  readonly title: LocalizedText;
  readonly date: string;
}

/** A part of an organisation, or the organisation itself. */
export interface UnitState extends Sourced {
  readonly kind: UnitKind;
  readonly name: LocalizedText;
  readonly abbreviation: string | null;
  /** Other spellings and short names in use. */
  readonly aliases: readonly string[];
  /** Global id of the unit it is part of. */
  readonly parent: string | null;
  /** Place among its siblings in the notice's enumeration, from 1. */
  readonly ordinal: number | null;
  readonly legalForm: LocalizedText | null;
  readonly foundingAct: FoundingAct | null;
  readonly mission: Passage | null;
  readonly tasks: readonly Passage[];
  /** Number of sub-units the notice states, where it states one. */
  readonly statedSubUnits: number | null;
  readonly website: string | null;
  readonly location: string | null;
}

/** A post in the organisation, apart from whoever holds it. */
export interface PositionState extends Sourced {
  readonly title: LocalizedText;
  readonly function: PostFunction;
  /** Units the post belongs to (a deputy of two bodies belongs to two). */
  readonly units: readonly string[];
  readonly rank: string | null;
  /** 0 for N, -1 for N-1, -2 for N-2. */
  readonly managementTier: number | null;
}

export interface HolderState extends Sourced {
  readonly position: string;
  /** UNKNOWN is a value: the notice does not say whether or by whom the post is held. */
  readonly status: 'HELD' | 'VACANT' | 'UNKNOWN';
  readonly languageRole: LanguageRole | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** A collegial body, an authority, or a named group of persons or organisations. */
export interface BodyState extends Sourced {
  readonly kind: BodyKind;
  readonly name: LocalizedText;
  readonly aliases: readonly string[];
  /** Global id of the unit it was set up in or belongs to. */
  readonly unit: string | null;
  /** A minister's competence, where the notice names one. */
  readonly competence: LocalizedText | null;
  /** True where the notice leaves the number open ("minister(s)"). */
  readonly plural: boolean;
}

export interface LineCondition {
  readonly operator: 'ALL_OF' | 'ANY_OF';
  readonly circumstances: readonly LocalizedText[];
}

/** Lines that belong together: an inclusive or ("and/or"). */
export interface LineGroup {
  readonly key: string;
  readonly operator: 'INCLUSIVE_OR';
}

/** A typed relationship between two parties (units, positions or bodies), with direction. */
export interface LineState extends Sourced {
  readonly kind: LineKind;
  readonly from: string;
  readonly to: string;
  readonly label: LocalizedText;
  readonly topics: readonly LocalizedText[];
  /** The matter a whole line is about, where it is one. */
  readonly matter: LocalizedText | null;
  readonly condition: LineCondition | null;
  readonly group: LineGroup | null;
  /** Parties represented, for REPRESENTS. */
  readonly onBehalfOf: readonly string[];
  /** The body or channel a line runs through ("via the directors' council"). */
  readonly via: string | null;
  /** Parties acted with ("in consultation with"). */
  readonly inConsultationWith: readonly string[];
}

/** A budget as the notice states it: an amount of a kind, per unit. */
export interface BudgetState extends Sourced {
  readonly kind: BudgetKind;
  readonly unit: string;
  /** The post whose holder manages it, for MANAGED_BY_HOLDER. */
  readonly position: string | null;
  readonly amount: Money;
  readonly fiscalYear: number | null;
}

/** A number of people: persons and full-time equivalents are different units. */
export interface HeadcountState extends Sourced {
  readonly kind: HeadcountKind;
  readonly unitOfMeasure: HeadcountUnit;
  /** Decimal as a string, since an FTE may be a fraction. */
  readonly value: string;
  /** Null when the notice gives one undivided figure for several units. */
  readonly unit: string | null;
  /** The post it is counted under, for DIRECT_AUTHORITY. */
  readonly position: string | null;
  readonly referenceDate: string | null;
}
