import { describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { content } from './content/index.ts';
import { bothLanguages, rules, suitability } from './rules.ts';

const vacancy = content.find((item) => item.kind === 'vacancy')!.state as VacancyState;
const pathsOf = (changed: Partial<VacancyState>) =>
  rules.vacancyProblems({ ...vacancy, ...changed }).map((problem) => problem.path);

describe('a vacancy of this institution', () => {
  test('as its own notice makes it, breaks no rule, and none when it is amended', () => {
    expect(pathsOf({})).toEqual([]);
    expect(rules.publicationProblems!(vacancy, { change: 'AMENDED', today: '2025-09-01' } as never)).toEqual([]);
  });

  test('names its recruiter and the language of its procedure, and is told of both at once', () =>
    expect(pathsOf({ recruiter: null, procedureLanguage: null })).toEqual(['recruiter', 'procedureLanguage']));

  test('gives a computer assessment its pass mark and its level', () => {
    const announcedSteps = vacancy.announcedSteps.map((step) => ({ ...step, passMark: null, weightingClasses: null }));
    const index = announcedSteps.findIndex((step) => step.kind === 'COMPUTER_ASSESSMENT');
    expect(pathsOf({ announcedSteps })).toEqual([
      `announcedSteps[${index}].passMark`,
      `announcedSteps[${index}].weightingClasses`,
    ]);
  });

  test('bothLanguages: is in Dutch and in French', () =>
    expect(bothLanguages({ ...vacancy, title: { ...vacancy.title, nl: null, en: null } })).toEqual([
      expect.objectContaining({ path: 'title.nl', code: 'LANGUAGE_MISSING' }),
    ]));

  test('suitability: ends with candidates suitable or not, never in the older groups', () => {
    const index = vacancy.announcedSteps.findIndex(({ kind }) => kind === 'RESULT');
    const withScheme = (suitabilityScheme: VacancyState['announcedSteps'][number]['suitabilityScheme']) =>
      suitability({
        ...vacancy,
        announcedSteps: vacancy.announcedSteps.with(index, { ...vacancy.announcedSteps[index]!, suitabilityScheme }),
      });
    expect(withScheme('SUITABLE_UNSUITABLE')).toEqual([]);
    expect(withScheme(null)).toEqual([expect.objectContaining({ path: 'announcedSteps', code: 'NO_RESULT' })]);
    expect(withScheme('A_TO_D')).toEqual([
      expect.objectContaining({ path: `announcedSteps[${index}].suitabilityScheme`, code: 'OTHER_SCHEME' }),
    ]);
  });
});
