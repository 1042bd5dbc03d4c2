import type { Language } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type {
  AppointmentDecreeEvidence,
  DeclarationEvidence,
  DiplomaEvidence,
  DismissalEvidence,
  ExperienceKind,
  HeldFunctionEvidence,
  NationalityEvidence,
  StaffRecordEvidence,
} from '../eligibility/evidence.rules.ts';

/** Work that a CV tells of. It proves nothing where only the specific sections count. */
export interface WorkExperience {
  readonly title: string;
  readonly employer: string;
  /** Null: not said; then no rule looks at it. */
  readonly kind: ExperienceKind | null;
  readonly setting: string | null;
  readonly domain: string | null;
  readonly begin: string;
  readonly end: string | null;
  readonly description: string | null;
}

/** What candidates say of themselves, by kind of entry. */
export interface ProfileData {
  readonly DIPLOMA: Omit<DiplomaEvidence, 'key'>;
  readonly APPOINTMENT_DECREE: Omit<AppointmentDecreeEvidence, 'key'>;
  readonly FUNCTION_HELD: Omit<HeldFunctionEvidence, 'key'>;
  readonly WORK_EXPERIENCE: WorkExperience;
  readonly STAFF_RECORD: Omit<StaffRecordEvidence, 'key'>;
  readonly NATIONALITY: Omit<NationalityEvidence, 'key'>;
  readonly DECLARATION: Omit<DeclarationEvidence, 'key'>;
  readonly DISMISSAL: Omit<DismissalEvidence, 'key'>;
}
export type ProfileKind = keyof ProfileData;

export type ProfileEntry = {
  [K in ProfileKind]: {
    readonly id: string;
    readonly kind: K;
    readonly version: number;
    readonly data: ProfileData[K];
  };
}[ProfileKind];

/** A specific section of an application: experience that counts. Days are local, the last one inclusive. */
export interface SectionData {
  readonly kind: ExperienceKind;
  readonly employer: string;
  readonly functionTitle: string;
  /** For managerial experience: in what, a code of the conditions. */
  readonly setting: string | null;
  /** For useful experience: in which domain, a code of the conditions. */
  readonly domain: string | null;
  readonly begin: string;
  /** Null: a current job, which ends on the date of candidacy. */
  readonly end: string | null;
  readonly description: string;
  readonly language: Language;
}
export interface Section extends SectionData {
  readonly id: string;
  readonly version: number;
}

/** A document as a file tells of it; a copy on paper has no type, size or digest. */
export interface DocumentFacts {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly medium: 'UPLOAD' | 'PAPER';
  /** That received a copy on paper, and in whose files alone it is; null for an upload. */
  readonly institution: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string | null;
  /** Instant at which it arrived whole, in ISO 8601. */
  readonly receivedAt: string;
  /** Of a copy on paper: the local day on which it came, and what the recruiter noted of it. */
  readonly receivedOn?: string | null;
  readonly remark?: string | null;
}

export const DOCUMENT_KINDS = ['DIPLOMA', 'APPOINTMENT_DECREE', 'EQUIVALENCE', 'CURRICULUM_VITAE', 'OTHER'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A file was frozen for a deadline. */
export interface Freezing {
  readonly closesAt: Temporal.Instant;
  /** The instant of arrival of what it was frozen by, mostly later. */
  readonly frozenAt: Temporal.Instant;
}

/** All that is judged of a candidate: as it stands, or as it stood when the deadline closed. */
export interface FileContent {
  readonly profile: readonly ProfileEntry[];
  readonly sections: readonly Section[];
  readonly documents: readonly DocumentFacts[];
}
