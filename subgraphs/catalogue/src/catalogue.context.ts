import type { Actor } from '@mandate-graph/runtime';
import type { InstitutionRegistry } from './institution/institution.registry.ts';
import type { SubjectService } from './subject/subject.service.ts';
import type { UnitService } from './unit/unit.service.ts';
import type { VacancyService } from './vacancy/vacancy.service.ts';

/** What resolvers of the catalogue reach, per request. The time is the same for the whole request. */
export interface CatalogueContext {
  readonly actor: Actor;
  readonly registry: InstitutionRegistry;
  readonly vacancies: VacancyService;
  readonly units: UnitService;
  readonly subjects: SubjectService;
}
