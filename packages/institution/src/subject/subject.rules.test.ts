import { describe, expect, test } from '@jest/globals';
import { closesAt, type Problem, type VacancyState } from '@mandate-graph/domain';
import { vacancyState } from '@mandate-graph/testkit';
import { stateProblems } from './subject.rules.ts';

const OWN: Problem = { path: 'rank', code: 'OWN', value: null, rule: 'A rule of the institution’s own.' };
const deadline = { date: '2025-09-12', timeOfDay: null };
const closing = closesAt(deadline);
const codesOf = (
  own: Partial<VacancyState>,
  circumstances: { isNew?: boolean; late?: boolean } = {},
  rules = [] as Problem[],
) =>
  stateProblems(
    'vacancy',
    vacancyState({ historical: false, applicationDeadline: deadline, ...own }),
    {
      now: circumstances.late === true ? closing : closing.subtract({ nanoseconds: 1 }),
      isNew: circumstances.isNew ?? true,
    },
    { vacancyProblems: () => rules },
  ).map(({ path, code, value }) => [path, code, value]);

describe('a vacancy', () => {
  const past = [['applicationDeadline.date', 'IN_THE_PAST', '2025-09-12']];

  test('that is new and published has a deadline that still lies ahead, unless it is a notice of the past', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({}, { late: true })).toEqual(past);
    expect(codesOf({ historical: true }, { late: true })).toEqual([]);
    expect(codesOf({ publication: 'DRAFT' }, { late: true })).toEqual([]);
  });

  test('that is known already may go on when its deadline has passed', () =>
    expect(codesOf({}, { late: true, isNew: false })).toEqual([]));

  test('keeps to the rules of its institution as soon as it is no draft', () => {
    expect(codesOf({}, {}, [OWN])).toEqual([['rank', 'OWN', null]]);
    expect(codesOf({ publication: 'WITHDRAWN' }, {}, [OWN])).toEqual([['rank', 'OWN', null]]);
    expect(codesOf({ publication: 'DRAFT' }, {}, [OWN])).toEqual([]);
  });
});
