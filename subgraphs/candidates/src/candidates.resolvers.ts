import { LocalizedTextFields } from '@mandate-graph/runtime';
import { AccessLogQueries } from './access-log/access-log.resolver.ts';
import { EligibilityFields } from './eligibility/eligibility.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

/** Every class with fields of the schema. */
export const CANDIDATES_RESOLVERS: readonly Function[] = [
  VacancyFields,
  EligibilityFields,
  AccessLogQueries,
  LocalizedTextFields,
];
