import type { Problem, VacancyState } from '@mandate-graph/domain';
import type { InstitutionRules } from '@mandate-graph/institution';

/** What the Brussels regime asks of a call, beyond what every vacancy needs. */
export const rules: InstitutionRules = {
  vacancyProblems: (vacancy) => languageRole(vacancy),
};

/** A call states the language role of the post, since a candidate's own must match it. */
function languageRole(vacancy: VacancyState): Problem[] {
  if (vacancy.languageRoles !== null && vacancy.languageRoles.roles.length > 0) return [];
  const rule =
    'languageRoles must name at least one language role: a call of this institution states it, but got: none.';
  return [{ path: 'languageRoles', code: 'REQUIRED', value: null, rule }];
}
