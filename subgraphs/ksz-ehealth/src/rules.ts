import type { Language, Problem, VacancyState } from '@mandate-graph/domain';
import { type InstitutionRules, inEveryLanguage } from '@mandate-graph/institution';

/** What the federal recruiter's procedure asks of a vacancy, beyond what every vacancy needs. */
export const rules: InstitutionRules = {
  vacancyProblems: (vacancy) => [...recruiter(vacancy), ...procedureLanguage(vacancy), ...assessment(vacancy)],
  publicationProblems: (vacancy) => [...bothLanguages(vacancy), ...suitability(vacancy)],
};

const LANGUAGES: readonly Language[] = ['nl', 'fr'];

/**
 * Every text of a vacancy exists in Dutch and in French, the frames of the central services: there is no German one
 * (art. 43 of the laws on the use of languages, coordinated on 18 July 1966).
 */
export const bothLanguages = (vacancy: VacancyState): readonly Problem[] => inEveryLanguage(vacancy, LANGUAGES);

/**
 * Candidates end up suitable or not suitable, and the suitable are ranked (art. 7 of the royal decree of 30 November
 * 2003 on management functions in public institutions of social security; notice, lines 358-362). The older groups A to D are another scheme.
 */
export function suitability({ announcedSteps }: VacancyState): readonly Problem[] {
  const other = announcedSteps.findIndex(({ suitabilityScheme: scheme }) => scheme !== null && scheme !== SCHEME);
  if (other !== -1) {
    const [path, value] = [`announcedSteps[${other}].suitabilityScheme`, announcedSteps[other]!.suitabilityScheme];
    return [{ path, code: 'OTHER_SCHEME', value, rule: `${path} must be ${SCHEME} or left out, but got: ${value}.` }];
  }
  if (announcedSteps.some((step) => step.kind === 'RESULT' && step.suitabilityScheme === SCHEME)) return [];
  const rule = `announcedSteps must hold a step RESULT whose suitabilityScheme is ${SCHEME}, but got: none.`;
  return [{ path: 'announcedSteps', code: 'NO_RESULT', value: null, rule }];
}

const SCHEME = 'SUITABLE_UNSUITABLE';

/** Selections are run by the federal recruiter, so a vacancy names it. */
export function recruiter(vacancy: VacancyState): Problem[] {
  if (vacancy.recruiter !== null) return [];
  return [required('recruiter', 'recruiter must name the unit that runs the selection, but got: none.')];
}

/** The specific sections are filled in in the language of the procedure, so it must be known. */
export function procedureLanguage(vacancy: VacancyState): Problem[] {
  if (vacancy.procedureLanguage !== null) return [];
  return [
    required(
      'procedureLanguage',
      'procedureLanguage must be given: the specific sections are written in it, but got: none.',
    ),
  ];
}

/** A computer assessment needs its pass mark and its level: exemptions and waiting periods rest on both. */
export function assessment(vacancy: VacancyState): Problem[] {
  return vacancy.announcedSteps.flatMap((step, index) => {
    if (step.kind !== 'COMPUTER_ASSESSMENT') return [];
    const path = `announcedSteps[${index}]`;
    return [
      ...(step.passMark === null
        ? [required(`${path}.passMark`, `${path}.passMark must be given for a computer assessment, but got: none.`)]
        : []),
      ...(step.weightingClasses === null
        ? [
            required(
              `${path}.weightingClasses`,
              `${path}.weightingClasses must name the classes of the level tested, but got: none.`,
            ),
          ]
        : []),
    ];
  });
}

const required = (path: string, rule: string): Problem => ({ path, code: 'REQUIRED', value: null, rule });
