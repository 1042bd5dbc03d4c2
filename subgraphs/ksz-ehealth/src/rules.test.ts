import { describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { content } from './content/index.ts';
import { rules } from './rules.ts';

const vacancy = content.find((item) => item.kind === 'vacancy')!.state as VacancyState;
const pathsOf = (changed: Partial<VacancyState>) =>
  rules.vacancyProblems({ ...vacancy, ...changed }).map((problem) => problem.path);

describe('a vacancy of this institution', () => {
  test('as its own notice makes it, breaks no rule', () => expect(pathsOf({})).toEqual([]));

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
});
