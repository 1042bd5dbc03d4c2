import type { Problem, VacancyState } from '@mandate-graph/domain';

/** Where institutions differ by decision. Where they differ by data, it is in the profile. */
export interface InstitutionRules {
  /** What this institution's regime asks of a vacancy, beyond what every vacancy needs. */
  vacancyProblems(vacancy: VacancyState): readonly Problem[];
}
