/** Where an application stands. Only a person's act or a named rule moves it. */
export const APPLICATION_STATUSES = ['DRAFT', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Statuses in which somebody applies: submitted, and neither withdrawn nor lapsed. */
export const COUNTED_STATUSES: readonly ApplicationStatus[] = ['PROVISIONAL', 'DEFINITIVE'];

/** Numbers of persons below this are not published: a small one could point at somebody. */
export const SUPPRESSION_THRESHOLD = 5;

/**
 * The number of applications as anyone may know it. Suppressed numbers and unknown vacancies (null) look the same, so
 * that a null tells nothing: not even whether there is a vacancy of that id.
 */
export const publishedCount = (applications: number | null): number | null =>
  applications === null || applications < SUPPRESSION_THRESHOLD ? null : applications;
