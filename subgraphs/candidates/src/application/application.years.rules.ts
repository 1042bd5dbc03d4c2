import { localDay, type Problem, type VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { evaluate, requiredYears, type Shortcoming, whatLacks } from '../eligibility/evaluation.rules.ts';
import { NO_EVIDENCE } from '../eligibility/evidence.rules.ts';
import { explain } from '../eligibility/explanation.rules.ts';
import type { Section } from '../file/file.types.ts';
import { experienceOf } from '../section/section.rules.ts';

/** What the required years of a vacancy follow from. */
export type YearsAsked = Pick<VacancyState, 'participationConditions' | 'applicationProcedure' | 'applicationDeadline'>;

/**
 * What lacks of the required years, one problem for each rule that is not met; none when they are reached, or when no
 * years are required. Sections are named by their ids: what stands in them is personal.
 */
export function yearsLacking(
  { participationConditions, applicationProcedure, applicationDeadline }: YearsAsked,
  submittedAt: Temporal.Instant | null,
  sections: readonly Section[],
): readonly Problem[] {
  const experience = sections.map((section) => ({ ...experienceOf(section), employer: `section ${section.id}` }));
  const evaluation = evaluate(
    'participationConditions',
    requiredYears(participationConditions),
    {},
    { ...NO_EVIDENCE, experience },
    {
      judgedOn: applicationDeadline.date,
      dateOfCandidacy: submittedAt === null ? null : localDay(submittedAt).toString(),
      specificSectionsLanguage: applicationProcedure?.specificSectionsLanguage ?? null,
      documents: 'REQUIRED',
    },
  );
  if (evaluation.root === null) return [];
  const said = new Map(explain(evaluation, 'en').map(({ path, text }) => [path, text]));
  const ruleOf = ({ path, oneOf }: Shortcoming) =>
    [...(oneOf === null ? [] : [said.get(oneOf)]), said.get(path)].join(' ');
  return whatLacks(evaluation.root).map((shortcoming) => ({
    path: 'specificSections',
    code: 'YEARS_NOT_REACHED',
    value: null,
    rule: `specificSections must reach the required years. ${ruleOf(shortcoming)}`,
  }));
}
