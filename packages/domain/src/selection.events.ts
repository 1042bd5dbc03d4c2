import type { MandateKind } from './mandate.ts';
import type { LanguageRole } from './vacancy.ts';

/**
 * What the selection tells the other subgraphs, by the type of the event. Ids, codes, days and instants only: nothing of
 * a person but the digest of who signs in as a member, no reasons, no scores.
 */
export interface SelectionEvents {
  'mandate-graph.candidacy.recorded.v1': CandidacyRecorded;
  'mandate-graph.candidate.told.v1': CandidateTold;
  'mandate-graph.notification.sent.v1': NotificationSent;
  'mandate-graph.appeal.recorded.v1': AppealRecorded;
  'mandate-graph.mandate.recorded.v1': MandateRecorded;
  'mandate-graph.procedure.ended.v1': ProcedureEnded;
  'mandate-graph.committee.recorded.v1': CommitteeRecorded;
}
export type SelectionEventType = keyof SelectionEvents;

/** Whose it is, in every event about a candidate. The application's id is also that of the candidacy. */
export interface OfCandidacy {
  readonly application: string;
  readonly candidate: string;
  readonly vacancy: string;
  readonly procedure: string;
}

/**
 * Where candidates stand in a procedure: still in it; out of it by a step; found suitable or not by the committee; by
 * their own withdrawal; chosen by the authority, and then appointed or not; or the procedure ended under them.
 */
export const CANDIDACY_STATUSES = [
  'IN_PROGRESS',
  'EXCLUDED',
  'SUITABLE',
  'UNSUITABLE',
  'WITHDRAWN',
  'SELECTED',
  'APPOINTED',
  'DECLINED',
  'NOT_APPOINTED',
  'DISCONTINUED',
] as const;
export type CandidacyStatus = (typeof CANDIDACY_STATUSES)[number];

/** Where a candidacy stands. A later version replaces an earlier one. */
export interface CandidacyRecorded extends OfCandidacy {
  readonly status: CandidacyStatus;
  /** The result was submitted and names this candidate as suitable: the deciding authority judges titles and merits. */
  readonly submittedToAuthority: boolean;
  /** From 1; grows by one with each act. */
  readonly version: number;
  readonly recordedAt: string;
}

export const SELECTION_MESSAGES = [
  'SELECTION_STARTED',
  'STEP_PASSED',
  'STEP_EXEMPTED',
  'STEP_INVITED',
  'SESSION_BOOKED',
  'SESSION_RELEASED',
  'SESSION_CALLED_OFF',
  'EXCLUDED_BY_STEP',
  'EXCLUDED_NOT_REGISTERED',
  'EXCLUDED_ABSENT',
  'EXCLUDED_BARRED',
  'EXCLUSION_CONTESTED',
  'EXCLUSION_LIFTED',
  'EXCLUSION_UPHELD',
  'RESULT_SENT',
  'SELECTED_FOR_APPOINTMENT',
  'NO_ANSWER_RECORDED',
  'APPOINTED',
  'NOT_APPOINTED',
  'SELECTION_CANCELLED',
  'FEEDBACK_REQUESTED',
  'FEEDBACK_GIVEN',
  'COMPLAINT_FILED',
  'COMPLAINT_ANSWERED',
] as const;
/** A task asks for something; it is done when the same code is told with `done`. */
export const SELECTION_TASKS = ['BOOK_SESSION', 'ANSWER_APPOINTMENT'] as const;
export type SelectionMessageCode = (typeof SELECTION_MESSAGES)[number];
export type SelectionTaskCode = (typeof SELECTION_TASKS)[number];

/** What a candidate is told in the account: the texts are made there, of these facts. */
export interface CandidateTold extends OfCandidacy {
  readonly code: SelectionMessageCode | SelectionTaskCode;
  /** Of a task: it has been done, or cannot be done any more. */
  readonly done: boolean;
  readonly facts: TellingFacts;
  /** Until when something can be done about it; null: there is nothing to be done, or no last instant. */
  readonly dueAt: string | null;
  readonly at: string;
}

/** Nothing personal. Instants in ISO 8601; the others in words of the code. */
export interface TellingFacts {
  /** Kind of the step it is about. */
  readonly step?: string;
  /** Of a session or an invitation. */
  readonly startsAt?: string;
  /** The last instant at which a seat can be given up, and the one that is asked for. */
  readonly cancelUntil?: string;
  readonly cancelAsked?: string;
  /** `true`: it is told by letter as well, as the notice says. */
  readonly byLetter?: string;
  /** Of an exemption or a waiting period: its last day, yyyy-mm-dd. */
  readonly until?: string;
  /** Of what can be brought before a court: `true` or `false`, whether the notification named the remedy. */
  readonly remedyStated?: string;
}

export const NOTIFIED = ['STEP', 'RESULT', 'DECISION'] as const;
/** WAITING: after a failed assessment, how long none of the same or a higher level may be sat. */
export const NOTIFIED_WINDOWS = ['FEEDBACK', 'APPEAL', 'WAITING'] as const;

/** An outcome was sent to a candidate, with the windows that this opened. */
export interface NotificationSent extends OfCandidacy {
  readonly notification: string;
  readonly about: (typeof NOTIFIED)[number];
  /** It is against the candidate. */
  readonly negative: boolean;
  /** As it was told; the windows may run from later on. */
  readonly sentAt: string;
  readonly remedyStated: boolean;
  readonly windows: readonly {
    readonly code: (typeof NOTIFIED_WINDOWS)[number];
    /** The last day of it, whole: yyyy-mm-dd. */
    readonly lastDay: string;
  }[];
}

/** An appeal was lodged with the Council of State, or has come to an end. A later version replaces an earlier one. */
export interface AppealRecorded extends OfCandidacy {
  readonly request: string;
  /** It was lodged, and how it ended is not recorded yet. */
  readonly pending: boolean;
  readonly version: number;
  readonly recordedAt: string;
}

/** Somebody was appointed to a post, or the mandate ended or changed. A later version replaces an earlier one. */
export interface MandateRecorded extends OfCandidacy {
  readonly mandate: string;
  readonly institution: string;
  /** Global id. */
  readonly position: string;
  readonly kind: MandateKind | null;
  readonly languageRole: LanguageRole | null;
  /** yyyy-mm-dd. */
  readonly startsOn: string;
  /** The last day; null: not fixed. */
  readonly endsOn: string | null;
  readonly version: number;
  readonly recordedAt: string;
}

/** How a procedure ended. Only the first fills the post. */
export const PROCEDURE_ENDINGS = [
  'APPOINTED',
  'NO_CANDIDATES',
  'NONE_ADMISSIBLE',
  'NONE_SUITABLE',
  'NOBODY_APPOINTED',
  'VACANCY_WITHDRAWN',
] as const;
export type ProcedureEnding = (typeof PROCEDURE_ENDINGS)[number];

export interface ProcedureEnded {
  readonly procedure: string;
  readonly vacancy: string;
  readonly institution: string;
  readonly ending: ProcedureEnding;
  readonly endedAt: string;
}

/**
 * Who is on the committee of a procedure now, and whom they may not judge: the whole of it each time, and a later version
 * replaces an earlier one. It is told of each act on the committee or on what ties its members, and when somebody comes
 * into the procedure; and where an institution tells of other lines between posts than before. A tie that a day brings about,
 * as by a line that was told ahead, is told with the next of these, or when the procedure is settled.
 */
export interface CommitteeRecorded {
  readonly procedure: string;
  readonly vacancy: string;
  readonly members: readonly CommitteeMemberTold[];
  /** Grows with each act on the procedure, though not by one. */
  readonly version: number;
  readonly recordedAt: string;
}

export interface CommitteeMemberTold {
  /** Keyed digest of the subject a member signs in with; null: erased since. */
  readonly holder: string | null;
  /** The whole procedure, or the ids of applications. */
  readonly barredFrom: 'ALL' | readonly string[];
}
