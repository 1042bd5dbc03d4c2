import type { Language, Problem, VacancyState } from '@mandate-graph/domain';
import { type InstitutionRules, inEveryLanguage, openForDays, type Publication } from '@mandate-graph/institution';

/** What the Brussels regime asks of a call, beyond what every vacancy needs. */
export const rules: InstitutionRules = {
  vacancyProblems: (vacancy) => languageRole(vacancy),
  publicationProblems: (vacancy, publication) => [
    ...bothLanguages(vacancy),
    ...longEnough(vacancy, publication),
    ...decision(vacancy),
  ],
};

const LANGUAGES: readonly Language[] = ['nl', 'fr'];
/** Days to apply in for a mandate (decree of the Brussels Government of 21 March 2018, book IV). */
const DAYS_TO_APPLY = 35;

/** A call states the language role of the post, since a candidate's own must match it (same decree; notice, line 27). */
export function languageRole(vacancy: VacancyState): Problem[] {
  if (vacancy.languageRoles !== null && vacancy.languageRoles.roles.length > 0) return [];
  const rule =
    'languageRoles must name at least one language role: a call of this institution states it, but got: none.';
  return [{ path: 'languageRoles', code: 'REQUIRED', value: null, rule }];
}

/** Every text of a call exists in Dutch and in French: candidates of either language role read it (notice, line 27). */
export const bothLanguages = (vacancy: VacancyState): readonly Problem[] => inEveryLanguage(vacancy, LANGUAGES);

/**
 * A call for a mandate is open for 35 days. Interim mandates and internal calls have shorter rules of their own, as the
 * notice shows: it is both (lines 1 and 39), and gives no opening day.
 */
export const longEnough = (vacancy: VacancyState, publication: Publication): readonly Problem[] =>
  isMandate(vacancy) && !isInterim(vacancy) && vacancy.internalOnly !== true
    ? openForDays(vacancy, DAYS_TO_APPLY, publication)
    : [];

const isMandate = ({ contractType, mandate }: VacancyState): boolean => contractType === 'MANDATE' || mandate !== null;
const isInterim = ({ mandate }: VacancyState): boolean => mandate?.kind === 'INTERIM' || mandate?.interim === true;

/** The ranking is no decision: the call says who takes it (same decree; notice, lines 470-474). */
export function decision({ announcedSteps }: VacancyState): readonly Problem[] {
  const decides = announcedSteps.some(({ kind, actor, decidedBy }) =>
    decidedBy !== null ? kind === 'RESULT' || kind === 'DECISION' : kind === 'DECISION' && actor !== null,
  );
  if (decides) return [];
  const rule = 'announcedSteps must hold a step RESULT or DECISION that names who decides in the end, but got: none.';
  return [{ path: 'announcedSteps', code: 'NO_DECISION', value: null, rule }];
}
