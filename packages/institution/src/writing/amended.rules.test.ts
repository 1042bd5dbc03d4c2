import { describe, expect, test } from '@jest/globals';
import { ours, RECORDED, stated, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { findSources } from '../provenance/provenance.rules.ts';
import { amended } from './amended.rules.ts';

const steps = [announcedStep('a', 1), announcedStep('b', 2)];
const notice = { code: 'n', file: 'n.txt' };
const sources = {
  title: stated(1),
  rank: stated(2),
  pay: stated(3),
  'pay.payScale': stated(4),
  announcedSteps: stated([5, 9]),
  'announcedSteps[0].name': stated(6),
  'announcedSteps[1]': stated(7),
  'announcedSteps[1].name': stated(8),
};
const printed = vacancyState({ notice, sources, rank: 'A5', announcedSteps: steps });
const status = (state: VacancyState, ...paths: string[]) =>
  findSources(state, [], paths).map((found) => ('source' in found ? found.source.status : found));

describe('an amendment', () => {
  test('records what it changes, and leaves to the notice what it does not', () => {
    const after = amended(printed, { title: ours('x', 'y', 'z'), pay: { ...printed.pay, payScale: 'A400' } });
    expect(after.notice).toEqual(notice);
    expect(after.sources).toEqual({
      title: RECORDED,
      rank: stated(2),
      pay: RECORDED,
      announcedSteps: stated([5, 9]),
      'announcedSteps[0].name': stated(6),
      'announcedSteps[1]': stated(7),
      'announcedSteps[1].name': stated(8),
    });
    expect(status(after, 'title', 'title.nl', 'pay.payScale', 'rank')).toEqual([
      'RECORDED',
      'RECORDED',
      'RECORDED',
      'STATED',
    ]);
  });

  test('of a list leaves to the notice the members that stay what and where they were', () => {
    const renamed = [announcedStep('a', 1, { name: ours('x', 'y', 'z') }), steps[1]!];
    const after = amended(printed, { announcedSteps: renamed });
    expect(status(after, 'announcedSteps[0].name', 'announcedSteps[1].name')).toEqual(['RECORDED', 'STATED']);
    expect(Object.keys(amended(printed, { announcedSteps: [] }).sources)).toEqual([
      'title',
      'rank',
      'pay',
      'pay.payScale',
      'announcedSteps',
    ]);
  });

  test('records that something is no longer said', () =>
    expect(status(amended(printed, { rank: null }), 'rank')).toEqual(['RECORDED']));

  test('that says the same changes nothing', () =>
    expect(amended(printed, { rank: 'A5', announcedSteps: [...steps] })).toEqual(printed));

  test('of what was entered here leaves it so', () => {
    const entered = vacancyState({ sources: { '': RECORDED } });
    expect(amended(entered, { rank: 'A4' })).toEqual({ ...entered, rank: 'A4' });
  });
});
