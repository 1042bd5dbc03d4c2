import { describe, expect, test } from '@jest/globals';
import { ours, RECORDED, stated, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { findSources } from '../../provenance/provenance.rules.ts';
import { amended, draftOf, laterProblems, published, withdrawn } from './vacancy.changes.rules.ts';

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
});

describe('a draft', () => {
  const {
    notice: _notice,
    sources: _sources,
    publication: _publication,
    historical: _historical,
    ...content
  } = printed;
  const draft = draftOf(content);

  test('is entered in the graph, all of it', () => {
    expect(draft).toMatchObject({ notice: null, publication: 'DRAFT', historical: false });
    expect(status(draft, 'title', 'pay.payScale', 'rank')).toEqual(['RECORDED', 'NOT_STATED', 'RECORDED']);
    expect(amended(draft, { rank: 'A4' }).sources).toEqual({ '': RECORDED });
  });

  test('is published on the day, unless it says on which', () => {
    expect(published(draft, '2025-09-01')).toEqual({ ...draft, publication: 'PUBLISHED', publishedOn: '2025-09-01' });
    expect(published({ ...draft, publishedOn: '2025-08-01' }, '2025-09-01').publishedOn).toBe('2025-08-01');
    expect(published({ ...draft, publication: 'WITHDRAWN' }, '2025-09-01').publication).toBe('WITHDRAWN');
  });

  test('is withdrawn without a trace; what is public is withdrawn for all to see', () => {
    expect(withdrawn(draft)).toBeNull();
    expect(withdrawn(printed)).toEqual({ ...printed, publication: 'WITHDRAWN' });
  });
});

describe('a deadline', () => {
  const day = (date: string, timeOfDay: string | null = null) => ({ date, timeOfDay });

  test.each([
    ['a later day', day('2025-09-12'), day('2025-09-13'), []],
    ['the same day', day('2025-09-12'), day('2025-09-12'), ['NOT_LATER']],
    ['an earlier day', day('2025-09-12'), day('2025-09-11'), ['NOT_LATER']],
    ['a later time', day('2025-09-12', '12:00'), day('2025-09-12', '12:01'), []],
    ['the whole day', day('2025-09-12', '12:00'), day('2025-09-12'), []],
    ['a time of the day that counted whole', day('2025-09-12'), day('2025-09-12', '23:59'), ['NOT_LATER']],
  ])('is extended to a later one: %s', (_what, before, after, codes) =>
    expect(laterProblems(before, after).map(({ code }) => code)).toEqual(codes),
  );
});
