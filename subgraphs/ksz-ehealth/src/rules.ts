import type { Problem, VacancyState } from '@mandate-graph/domain';
import type { InstitutionRules } from '@mandate-graph/institution';

/** What the federal recruiter's procedure asks of a vacancy, beyond what every vacancy needs. */
export const rules: InstitutionRules = {
  vacancyProblems: (vacancy) => [...recruiter(vacancy), ...procedureLanguage(vacancy), ...assessment(vacancy)],
};

/** Selections are run by the federal recruiter, so a vacancy names it. */
function recruiter(vacancy: VacancyState): Problem[] {
  if (vacancy.recruiter !== null) return [];
  return [required('recruiter', 'recruiter must name the unit that runs the selection, but got: none.')];
}

/** The specific sections are filled in in the language of the procedure, so it must be known. */
function procedureLanguage(vacancy: VacancyState): Problem[] {
  if (vacancy.procedureLanguage !== null) return [];
  return [
    required(
      'procedureLanguage',
      'procedureLanguage must be given: the specific sections are written in it, but got: none.',
    ),
  ];
}

/** A computer assessment needs its pass mark and its level: exemptions and waiting periods rest on both. */
function assessment(vacancy: VacancyState): Problem[] {
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
