import type { Problem, VacancyState } from '@mandate-graph/domain';
import type { Publication } from './vacancy/publication.rules.ts';

/** Where institutions differ by decision. Where they differ by data, it is in the profile. */
export interface InstitutionRules {
  /** What this institution's regime asks of a vacancy that is no draft, beyond what every vacancy needs. */
  vacancyProblems(vacancy: VacancyState): readonly Problem[];
  /** What it asks on top of that when a vacancy is published, or changed while it is; not of content that is loaded. */
  publicationProblems?(vacancy: VacancyState, publication: Publication): readonly Problem[];
}
