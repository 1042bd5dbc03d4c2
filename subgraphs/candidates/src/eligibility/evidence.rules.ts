import type { EvidenceKind, Language } from '@mandate-graph/domain';

/*
 * What a file says about its candidate, as the rules read it: made from a frozen snapshot, or from a profile for a dry
 * run. Keys point back to where each piece came from. Days are local, yyyy-mm-dd, the last one inclusive.
 */

/** How high a diploma is: the cycle of higher education, and of which kind that was. */
export interface DegreeLevel {
  readonly cycle: number;
  /** A code of the condition's parameter, e.g. `UNIVERSITY`. */
  readonly education: string;
}

export interface DiplomaEvidence {
  readonly key: string;
  readonly title: string;
  readonly institution: string;
  /** Null where it is not known how it compares, as may be with a diploma of another country. */
  readonly cycle: number | null;
  readonly education: string | null;
  /** What an earlier diploma is by law equated with. */
  readonly equatedWith: DegreeLevel | null;
  /** ISO 3166-1, e.g. `BE`. */
  readonly country: string;
  /** ISO 639-1, e.g. `nl`. */
  readonly language: string;
  readonly awardedOn: string;
  /** Id of the copy in the file, also of one that came on paper; null without one. */
  readonly document: string | null;
}

/** A function held in the public service; null where the candidate has not said it. */
export interface HeldFunctionEvidence {
  readonly key: string;
  readonly title: string;
  readonly employer: string;
  readonly level: string | null;
  /** A code of the condition's parameter. */
  readonly service: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface AppointmentDecreeEvidence extends HeldFunctionEvidence {
  readonly document: string | null;
}

export type ExperienceKind = 'MANAGERIAL' | 'USEFUL';

export interface ExperienceEvidence {
  readonly key: string;
  /** The CV proves nothing where only the specific sections count. */
  readonly enteredIn: 'SPECIFIC_SECTIONS' | 'CV';
  readonly kind: ExperienceKind;
  readonly employer: string;
  /** For managerial experience: in what; null: not said. */
  readonly setting: string | null;
  /** For useful experience: in which domain; null: not said. */
  readonly domain: string | null;
  readonly begin: string;
  /** Null: a current job. */
  readonly end: string | null;
  /** In which it is described; null: not checked. */
  readonly language: Language | null;
}

export interface StaffRecordEvidence {
  readonly key: string;
  /** Global id of the unit that employs. */
  readonly employer: string;
  readonly employerName: string;
  readonly relation: 'CONTRACTUAL' | 'STATUTORY' | null;
  readonly from: string;
  readonly until: string | null;
}

export interface NationalityEvidence {
  readonly key: string;
  /** ISO 3166-1. */
  readonly country: string;
  /** Claims to be treated as a citizen of the European Economic Area. */
  readonly assimilated: boolean;
}

export type DeclaredCondition = 'CIVIL_AND_POLITICAL_RIGHTS' | 'CONDUCT' | 'NO_CONFLICT_OF_INTEREST' | 'NOT_DISMISSED';

/** Yes or no, and the day: of criminal data nothing more is kept. */
export interface DeclarationEvidence {
  readonly key: string;
  readonly condition: DeclaredCondition;
  /** That the condition holds. */
  readonly holds: boolean;
  readonly declaredOn: string;
}

export interface DismissalEvidence {
  readonly key: string;
  /** Codes of the condition's parameters. */
  readonly ground: string;
  readonly service: string;
  /** The decision, or the final disciplinary ruling. */
  readonly decidedOn: string;
}

/** Evidence that a copy proves. */
export const COPY_KINDS = ['DIPLOMA', 'APPOINTMENT_DECREE'] as const satisfies readonly EvidenceKind[];
export type CopyKind = (typeof COPY_KINDS)[number];

export interface Evidence {
  readonly diplomas: readonly DiplomaEvidence[];
  readonly appointmentDecrees: readonly AppointmentDecreeEvidence[];
  readonly functionsHeld: readonly HeldFunctionEvidence[];
  readonly experience: readonly ExperienceEvidence[];
  readonly staffRecords: readonly StaffRecordEvidence[];
  readonly nationalities: readonly NationalityEvidence[];
  readonly declarations: readonly DeclarationEvidence[];
  readonly dismissals: readonly DismissalEvidence[];
  /** Of which kinds the file holds copies, uploaded or on paper, that no entry refers to. */
  readonly unlinkedCopies: readonly CopyKind[];
}

export const NO_EVIDENCE: Evidence = {
  diplomas: [],
  appointmentDecrees: [],
  functionsHeld: [],
  experience: [],
  staffRecords: [],
  nationalities: [],
  declarations: [],
  dismissals: [],
  unlinkedCopies: [],
};

/** When and how a file is judged. */
export interface Judgement {
  /** Local day: the application deadline for taking part, the day of appointment for being appointed. */
  readonly judgedOn: string;
  /** Local day of the first submission; null before it: then the day of judging. */
  readonly dateOfCandidacy: string | null;
  /** The language the specific sections must be in; null: any. */
  readonly specificSectionsLanguage: Language | null;
  /** ASSUMED in a dry run, which has no uploads: what is said to be there is taken to be proven by a document. */
  readonly documents: 'REQUIRED' | 'ASSUMED';
}
