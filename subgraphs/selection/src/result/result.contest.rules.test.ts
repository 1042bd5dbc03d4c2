import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { FEDERAL } from '../regime/testing/notices.ts';
import { contestWindow } from '../window/window.rights.rules.ts';
import { contestProblems } from './result.contest.rules.ts';

const at = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('Europe/Brussels').toInstant();

test('S2.T: a result waits for open contests, and for the window to contest that ends last', () => {
  const windows = ['2025-11-03', '2025-11-24', '2025-10-01'].map((day) => contestWindow(FEDERAL, at(day)));
  const problems = (open: number, day: string) =>
    contestProblems({ open, windows }, at(day)).map(({ code, value }) => [code, value]);
  expect(problems(2, '2025-11-25')).toEqual([
    ['CONTEST_OPEN', '2'],
    ['CONTEST_POSSIBLE', '2025-12-24'],
  ]);
  expect(problems(0, '2025-12-24')).toEqual([['CONTEST_POSSIBLE', '2025-12-24']]);
  expect(problems(0, '2025-12-25')).toEqual([]);
});
