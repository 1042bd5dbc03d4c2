import { type CandidacyStatus, LEAST_SHOWN_COUNT, parseId, subjectIdOf } from '@mandate-graph/domain';

/** Where an application stands. Only a person's act or a named rule moves it. */
export const APPLICATION_STATUSES = ['DRAFT', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Statuses in which somebody applies: submitted, and neither withdrawn nor lapsed. */
export const COUNTED_STATUSES: readonly ApplicationStatus[] = ['PROVISIONAL', 'DEFINITIVE'];

/**
 * The number of applications as anyone may know it. Numbers that are not shown and unknown vacancies (null) look the
 * same, so that a null tells nothing: not even whether there is a vacancy of that id.
 */
export const publishedCount = (applications: number | null): number | null =>
  applications === null || applications < LEAST_SHOWN_COUNT ? null : applications;

/** The vacancy itself that a reference means, however it is read, and whose it is; null for an id that is none. */
export function vacancyOf(reference: string): { readonly id: string; readonly institution: string } | null {
  const parsed = parseId(reference);
  return parsed?.kind === 'vacancy' ? { id: subjectIdOf(reference), institution: parsed.institution } : null;
}

/** What an institution may know of an application follows from where it stands. */
export interface Shown {
  readonly status: ApplicationStatus;
  readonly submittedAt: unknown;
  readonly lapsedBy: string | null;
  readonly contest: string | null;
}

/** What was never submitted is its candidate's alone. */
export const isForInstitution = ({ submittedAt }: Pick<Shown, 'submittedAt'>): boolean => submittedAt !== null;

/**
 * Whose file an institution judges, or has judged and may have to answer for: the definitive ones, those whose lapse was
 * contested, and those that lapsed with their vacancy, which may have been definitive.
 */
export const isJudged = ({ status, submittedAt, lapsedBy, contest }: Shown): boolean =>
  status === 'DEFINITIVE' ||
  (status === 'LAPSED' && (contest !== null || (lapsedBy === 'VACANCY_WITHDRAWN' && submittedAt !== null)));

/** What the selection told of an application. */
export interface InSelection {
  /** Null: it is not, or not yet, a candidacy in a procedure. */
  readonly candidacy: CandidacyStatus | null;
  readonly submittedToAuthority: boolean;
  /** Digests of those on the committee now who may judge it. */
  readonly judges: readonly string[];
}

/** In the procedure, or in it to its end: whom a committee compares, and an authority decides between. */
const COMPARED: readonly CandidacyStatus[] = [
  'IN_PROGRESS',
  'SUITABLE',
  'UNSUITABLE',
  'SELECTED',
  'APPOINTED',
  'DECLINED',
  'NOT_APPOINTED',
];

const isCompared = (application: Shown & InSelection): boolean =>
  isJudged(application) && application.candidacy !== null && COMPARED.includes(application.candidacy);

/**
 * Whether those who hold a role for an application see it where it stands: a token can say which committee, and only the
 * committee who is on it. Nobody sees it whose role is not named here.
 */
const SHOWN_TO: Readonly<Record<string, (application: Shown & InSelection, holder: string) => boolean>> = {
  candidate: () => true,
  recruiter: isForInstitution,
  'committee-member': (application, holder) => isCompared(application) && application.judges.includes(holder),
  authority: (application) => isCompared(application) && application.submittedToAuthority,
};

/** `holder`: the digest of whoever holds the role. */
export const isShownTo = (role: string, application: Shown & InSelection, holder: string): boolean =>
  SHOWN_TO[role]?.(application, holder) ?? false;
