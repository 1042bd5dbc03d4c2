import { describe, expect, test } from '@jest/globals';
import { closesAt, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { stateProblems } from './subject.rules.ts';

const none = { vacancyProblems: () => [] };
const deadline = { date: '2025-09-12', timeOfDay: null };
const closing = closesAt(deadline);
const problemsOf = (own: Partial<VacancyState>, now = closing.subtract({ hours: 48 })) =>
  stateProblems('vacancy', vacancyState({ historical: false, applicationDeadline: deadline, ...own }), now, none).map(
    ({ path, code, value }) => [path, code, value],
  );

describe('a vacancy', () => {
  test('breaks no rule when it says nothing wrong', () => expect(problemsOf({})).toEqual([]));

  test('is published with a deadline that still lies ahead, unless it is a notice of the past or a draft', () => {
    const past = [['applicationDeadline.date', 'IN_THE_PAST', '2025-09-12']];
    expect(problemsOf({}, closing.subtract({ nanoseconds: 1 }))).toEqual([]);
    expect(problemsOf({}, closing)).toEqual(past);
    expect(problemsOf({ historical: true }, closing)).toEqual([]);
    expect(problemsOf({ publication: 'DRAFT' }, closing)).toEqual([]);
    const noon = { date: '2025-09-12', timeOfDay: '12:00' };
    expect(problemsOf({ applicationDeadline: noon }, closesAt(noon))).toEqual(past);
  });

  test('has a deadline on a day of the calendar, at a time of the day, and is told of both', () => {
    expect(problemsOf({ applicationDeadline: { date: '2025-02-30', timeOfDay: '24:00' } })).toEqual([
      ['applicationDeadline.date', 'INVALID_DATE', '2025-02-30'],
      ['applicationDeadline.timeOfDay', 'INVALID_TIME', '24:00'],
    ]);
  });

  test('numbers its steps in their order, with a key each, and a committee that can exist', () => {
    const steps = [announcedStep('a', 2), announcedStep('a', 2, { committeeSize: { min: 10, max: 8 } })];
    expect(problemsOf({ announcedSteps: steps })).toEqual([
      ['announcedSteps[0].position', 'OUT_OF_ORDER', '2'],
      ['announcedSteps[1].committeeSize.min', 'EMPTY_RANGE', '10'],
      ['announcedSteps', 'DUPLICATE_KEY', 'a'],
    ]);
  });
});
