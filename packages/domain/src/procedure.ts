import type { Language, LocalizedText, Passage } from './language.ts';

export const STEP_KINDS = [
  'ELIGIBILITY_SCREENING',
  'COMPUTER_ASSESSMENT',
  'ORAL_TEST',
  'INTERVIEW',
  'RESULT',
  'ADDITIONAL_INTERVIEW',
  'DECISION',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Ways to group candidates at the end. Each is a scheme of its own: none is ever translated into another. */
export const SUITABILITY_SCHEMES = ['SUITABLE_UNSUITABLE', 'A_TO_D'] as const;
export type SuitabilityScheme = (typeof SUITABILITY_SCHEMES)[number];

export interface PassMark {
  /** Lowest score that passes, inclusive. */
  readonly atLeast: string;
  readonly outOf: string;
}

export interface StepDuration {
  readonly minutes: number;
  readonly approximate: boolean;
  readonly includesPreparation: boolean | null;
}

export interface CommitteeSize {
  readonly min: number;
  readonly max: number;
}

/** A consequence beyond the step itself: an exemption after passing, a waiting period after failing. */
export interface StepRule {
  readonly kind: 'EXEMPTION_AFTER_PASS' | 'WAITING_PERIOD_AFTER_FAIL' | 'EXEMPT_HOLDER';
  readonly label: LocalizedText;
  /** ISO 8601 calendar duration; null where none applies. */
  readonly duration: string | null;
  /** The event the duration runs from. */
  readonly startsFrom: 'DAY_OF_PASSING' | 'DAY_OF_TEST' | null;
  /** Levels reached, seen from the function applied for. */
  readonly levels: 'SAME_OR_LOWER' | 'SAME_OR_HIGHER';
}

/** A step as the institution announces it. The selection subgraph runs its own side of the same steps. */
export interface AnnouncedStep {
  readonly key: string;
  /** From 1, in the order of the procedure. */
  readonly position: number;
  readonly kind: StepKind;
  readonly name: LocalizedText;
  readonly description: Passage;
  /** Failing it stops the procedure for the candidate; null when the notice is silent. */
  readonly eliminatory: boolean | null;
  /** Global id of the unit or body that carries it out; null when the notice is silent. */
  readonly actor: string | null;
  /** Global id of the body that decides in the end, where it is not the actor; null when it is, or nobody is named. */
  readonly decidedBy: string | null;
  /** How a negative outcome is told. */
  readonly failureNotice: 'LETTER' | 'ACCOUNT' | null;
  readonly evaluates: readonly LocalizedText[];
  /** What the outcome rests on. */
  readonly inputs: readonly LocalizedText[];
  readonly outcomes: readonly LocalizedText[];
  /** How the step groups candidates; null where it does not, or the notice does not say. */
  readonly suitabilityScheme: SuitabilityScheme | null;
  readonly passMark: PassMark | null;
  readonly duration: StepDuration | null;
  /** Number of tests within the step. */
  readonly testCount: number | null;
  readonly weightingClasses: readonly number[] | null;
  readonly committeeSize: CommitteeSize | null;
  readonly rules: readonly StepRule[];
}

export interface DocumentRules {
  readonly formats: readonly ('PDF' | 'DOC' | 'DOCX' | 'JPG' | 'TIF')[];
  readonly maxBytes: number | null;
  /** The limit as printed. */
  readonly maxSize: string | null;
  readonly kinds: readonly LocalizedText[];
  readonly fallback: Passage | null;
  /** References in the notice that lead nowhere. */
  readonly unresolved: readonly Passage[];
}

export interface ApplicationProcedure {
  /** Channels through which applications are accepted. */
  readonly channels: readonly LocalizedText[];
  readonly excludedChannels: readonly LocalizedText[];
  readonly actions: readonly ApplicationAction[];
  readonly specificSectionsLanguage: Language | null;
  /** Whether data of the online CV counts as experience. */
  readonly cvCountsAsExperience: boolean | null;
  /** The end date of a current job in the specific sections. */
  readonly currentJobEndsOn: 'DATE_OF_CANDIDACY' | null;
  readonly editableUntilDeadline: boolean | null;
  readonly revalidationAfterEdit: boolean | null;
  /** Whether procedures are independent of one another. */
  readonly independent: boolean | null;
  /** The moment at which the file is judged as it stands. */
  readonly snapshotAt: 'APPLICATION_DEADLINE' | null;
}

export interface ApplicationAction {
  readonly position: number;
  readonly label: LocalizedText;
  /** The registration status it leads to. */
  readonly leadsTo: 'PROVISIONAL' | 'DEFINITIVE' | null;
}

export interface TestRegistration {
  readonly onlyWithinRegistrationPeriod: boolean | null;
  readonly choiceOfDate: boolean | null;
  readonly invitationChannels: readonly LocalizedText[];
  /** Hard limit before the start of the session, ISO 8601. */
  readonly cancelAtLatest: string | null;
  /** What candidates are asked to keep to, ISO 8601. */
  readonly cancelAsked: string | null;
  readonly rebookingAllowed: boolean | null;
  /** Working days before the test date by which problems are reported. */
  readonly reportProblemsWorkingDays: number | null;
  readonly absenceExcludes: boolean | null;
}

/** A right of the candidate, with its window where it has one. */
export interface RightsWindow {
  readonly key: string;
  readonly kind: 'FEEDBACK' | 'RESULT_INSPECTION' | 'MOTIVATION' | 'COMPLAINT' | 'AUTHORITATIVE_ACCOUNT';
  readonly label: LocalizedText;
  readonly form: 'WRITTEN' | 'ACCOUNT' | 'COMPLAINT_FORM' | null;
  /** ISO 8601 calendar duration. */
  readonly duration: string | null;
  readonly startsFrom: 'SENDING_OF_RESULTS' | 'EACH_STEP' | null;
  readonly legalBasis: LegalReference | null;
}

export interface LegalReference {
  readonly title: LocalizedText;
  readonly date: string | null;
}
