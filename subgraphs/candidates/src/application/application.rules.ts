import { parseId, subjectIdOf } from '@mandate-graph/domain';

/** Where an application stands. Only a person's act or a named rule moves it. */
export const APPLICATION_STATUSES = ['DRAFT', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Statuses in which somebody applies: submitted, and neither withdrawn nor lapsed. */
export const COUNTED_STATUSES: readonly ApplicationStatus[] = ['PROVISIONAL', 'DEFINITIVE'];

/**
 * Numbers of persons below this are shown to nobody but whoever decides on them: a small one could point at somebody.
 * Data minimisation, article 5(1)(c) of the GDPR; the number itself is a choice of this graph.
 */
export const LEAST_SHOWN_COUNT = 5;

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
