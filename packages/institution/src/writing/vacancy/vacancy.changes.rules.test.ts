import { describe, expect, test } from '@jest/globals';
import { RECORDED, type VacancyState } from '@mandate-graph/domain';
import { vacancyState } from '@mandate-graph/testkit';
import { draftOf, endedProblems, fixedProblems, laterProblems, published, withdrawn } from './vacancy.changes.rules.ts';

const printed = vacancyState({ publishedOn: '2025-09-01', rank: 'A5' });

describe('a draft', () => {
  const {
    notice: _notice,
    sources: _sources,
    publication: _publication,
    historical: _historical,
    ...content
  } = printed;
  const draft = draftOf({ ...content, publishedOn: null });

  test('is entered in the graph, all of it', () => {
    expect(draft).toMatchObject({ notice: null, publication: 'DRAFT', historical: false });
    expect(draft.sources).toEqual({ '': RECORDED });
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

describe('what is public', () => {
  const problemsOf = (changes: Parameters<typeof fixedProblems>[1]) =>
    fixedProblems(printed, changes).map(({ path, code, value }) => [path, code, value]);

  test('keeps its deadline and the day it was published on, whatever else is amended', () => {
    expect(problemsOf({ rank: 'A4', publishedOn: '2025-09-01' })).toEqual([]);
    expect(problemsOf({ applicationDeadline: { date: '2026-01-01', timeOfDay: '12:00' }, publishedOn: null })).toEqual([
      ['applicationDeadline', 'EXTEND_INSTEAD', '2026-01-01 12:00'],
      ['publishedOn', 'PUBLISHED_ALREADY', null],
    ]);
    expect(problemsOf({ publishedOn: '2020-01-01' })).toEqual([['publishedOn', 'PUBLISHED_ALREADY', '2020-01-01']]);
  });

  test.each<[VacancyState['publication'], string[]]>([
    ['DRAFT', []],
    ['PUBLISHED', []],
    ['WITHDRAWN', ['ENDED']],
    ['FILLED', ['ENDED']],
  ])('is changed no more once that is decided: %s', (publication, codes) =>
    expect(endedProblems({ ...printed, publication }).map(({ code }) => code)).toEqual(codes),
  );
});
