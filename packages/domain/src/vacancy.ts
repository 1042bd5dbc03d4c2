import type { LocalDeadline } from './calendar.ts';
import type { Competence } from './competence.ts';
import type { EligibilityRule } from './eligibility.ts';
import type { Language, LocalizedText, Passage } from './language.ts';
import type { MandateTerms, Pay } from './mandate.ts';
import type {
  AnnouncedStep,
  ApplicationProcedure,
  DocumentRules,
  RightsWindow,
  TestRegistration,
} from './procedure.ts';
import type { Sourced } from './provenance.ts';

export const NOTICE_TYPES = ['MANDATE_VACANCY', 'MANAGEMENT_VACANCY'] as const;
export const POST_FUNCTIONS = [
  'DIRECTOR_GENERAL',
  'DEPUTY_DIRECTOR_GENERAL',
  'ADMINISTRATOR_GENERAL',
  'DEPUTY_GENERAL_ADMINISTRATOR',
  'SECRETARY_GENERAL',
  'DEPUTY_SECRETARY_GENERAL',
  'MANAGER',
  'OTHER',
] as const;
/** A legal status of a person in the public service's sense (Dutch or French), never a spoken language. */
export const LANGUAGE_ROLES = ['NL', 'FR'] as const;
export const COMBINATORS = ['OR', 'AND'] as const;
export const CONTRACT_TYPES = ['MANDATE', 'STATUTORY', 'CONTRACTUAL'] as const;
/**
 * DRAFT until it is published; ANNOUNCED before it opens, OPEN until the deadline has passed, then CLOSED; WITHDRAWN and
 * FILLED by decision.
 */
export const VACANCY_STATUSES = ['DRAFT', 'ANNOUNCED', 'OPEN', 'CLOSED', 'WITHDRAWN', 'FILLED'] as const;

export type NoticeType = (typeof NOTICE_TYPES)[number];
export type PostFunction = (typeof POST_FUNCTIONS)[number];
export type LanguageRole = (typeof LANGUAGE_ROLES)[number];
export type Combinator = (typeof COMBINATORS)[number];
export type ContractType = (typeof CONTRACT_TYPES)[number];
export type VacancyStatus = (typeof VACANCY_STATUSES)[number];

export interface LanguageRoles {
  readonly roles: readonly LanguageRole[];
  readonly combinator: Combinator;
}

export interface Address {
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

export interface ContactPoint {
  readonly label: LocalizedText;
  readonly email: string | null;
  readonly purpose: LocalizedText | null;
}

export interface Link {
  readonly label: LocalizedText;
  readonly url: string;
}

/** A responsibility with the example activities the notice lists under it. */
export interface Responsibility {
  readonly key: string;
  readonly title: LocalizedText;
  readonly description: Passage;
  readonly activities: readonly Passage[];
}

export interface ResultArea {
  readonly key: string;
  /** Null: common to all units concerned. */
  readonly unit: string | null;
  readonly kind: 'PERMANENT' | 'TEMPORARY';
  readonly description: Passage;
}

/** Everything a notice says about a vacancy. Null or an empty list: the notice is silent. References are global ids. */
export interface VacancyContent extends Sourced {
  readonly noticeType: NoticeType;
  readonly noticeTitle: LocalizedText | null;
  readonly selectionCode: string | null;
  readonly title: LocalizedText;
  /** As printed, e.g. `m/v/x`. */
  readonly genderMarker: string | null;
  readonly openToAllGenders: boolean | null;
  readonly function: PostFunction;
  readonly temporary: boolean | null;
  readonly topManagementFunction: boolean | null;
  /** Only staff of this employer may apply; null when the notice does not restrict. */
  readonly internalOnly: boolean | null;
  readonly unitsConcerned: readonly string[];
  readonly recruiter: string | null;
  readonly position: string;
  readonly publishedOn: string | null;
  readonly opensOn: string | null;
  readonly applicationDeadline: LocalDeadline;
  /** The day the notice itself says it closed. */
  readonly closedOn: string | null;
  readonly languageRoles: LanguageRoles | null;
  readonly procedureLanguage: Language | null;
  readonly vacantPositions: number | null;
  readonly contractType: ContractType | null;
  readonly recruitmentType: string | null;
  /** Null for a post that is no mandate, or of which the notice does not say that it is. */
  readonly mandate: MandateTerms | null;
  readonly rank: string | null;
  readonly functionLevel: string | null;
  readonly weightingClasses: readonly number[] | null;
  readonly workingTime: 'FULL_TIME' | 'PART_TIME' | null;
  readonly diploma: LocalizedText | null;
  readonly workplace: Address | null;
  readonly contactPoints: readonly ContactPoint[];
  readonly links: readonly Link[];
  /** One sentence of ours on what the post is for. */
  readonly mission: Passage;
  /** The aims of the mission, or the purposes of the job, in the order of the notice. */
  readonly aims: readonly Passage[];
  /** Values the holder is asked to uphold, outside the aims and lines. */
  readonly values: readonly Passage[];
  readonly responsibilities: readonly Responsibility[];
  readonly resultAreas: readonly ResultArea[];
  readonly competences: readonly Competence[];
  readonly pay: Pay;
  readonly participationConditions: EligibilityRule | null;
  readonly appointmentConditions: EligibilityRule | null;
  readonly documentRules: DocumentRules | null;
  readonly applicationProcedure: ApplicationProcedure | null;
  readonly testRegistration: TestRegistration | null;
  readonly announcedSteps: readonly AnnouncedStep[];
  readonly rights: readonly RightsWindow[];
  /** Equal opportunities: adjustments and provisions the notice offers. */
  readonly equalOpportunities: readonly Passage[];
  /** Rules on language use, diversity and the like that fit no other field. */
  readonly remarks: readonly Passage[];
}

/** How a vacancy stands: what people decided, as against what the clock decides. */
export interface VacancyState extends VacancyContent {
  /** Published notices are public; drafts are their institution's alone. */
  readonly publication: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN' | 'FILLED';
  /** Loaded from a notice of the past: a deadline that had passed at recording is allowed. */
  readonly historical: boolean;
}
