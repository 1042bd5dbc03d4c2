import { describe, expect, test } from '@jest/globals';
import { closesAt, startOfDay, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import type { Temporal } from 'temporal-polyfill';
import { inEveryLanguage, openForDays, type Publication, publicationProblems } from './publication.rules.ts';

const today = '2025-09-01';
const deadline = { date: '2025-10-06', timeOfDay: null };
const vacancy = (own: Partial<VacancyState> = {}): VacancyState =>
  vacancyState({ applicationDeadline: deadline, publishedOn: today, announcedSteps: [announcedStep('a', 1)], ...own });
const problemsOf = (
  own: Partial<VacancyState>,
  change: Publication['change'] = 'PUBLISHED',
  now: Temporal.Instant = startOfDay(today),
  publicSince: string | null = today,
) =>
  publicationProblems(vacancy(own), { change, now, today, publicSince }).map(({ path, code, value }) => [
    path,
    code,
    value,
  ]);

describe('what is published', () => {
  test('keeps to the rules when it says nothing wrong', () => expect(problemsOf({})).toEqual([]));

  test('has a deadline ahead, when it is published and when it is extended; it may be amended after that', () => {
    const past = [['applicationDeadline.date', 'IN_THE_PAST', '2025-10-06']];
    const closing = closesAt(deadline);
    expect(problemsOf({}, 'PUBLISHED', closing.subtract({ nanoseconds: 1 }))).toEqual([]);
    expect(problemsOf({}, 'PUBLISHED', closing)).toEqual(past);
    expect(problemsOf({}, 'EXTENDED', closing)).toEqual(past);
    expect(problemsOf({}, 'AMENDED', closing)).toEqual([]);
    const noon = { date: '2025-10-06', timeOfDay: '12:00' };
    expect(problemsOf({ applicationDeadline: noon }, 'PUBLISHED', closesAt(noon))).toEqual([
      ['applicationDeadline.date', 'IN_THE_PAST', '2025-10-06 12:00'],
    ]);
  });

  test('opens on the day of its deadline at the latest', () => {
    expect(problemsOf({ opensOn: '2025-10-06' })).toEqual([]);
    expect(problemsOf({ opensOn: '2025-10-07' })).toEqual([['opensOn', 'AFTER_DEADLINE', '2025-10-07']]);
    const midnight = { date: '2025-10-06', timeOfDay: '00:00' };
    expect(problemsOf({ opensOn: '2025-10-06', applicationDeadline: midnight })).toEqual([
      ['opensOn', 'AFTER_DEADLINE', '2025-10-06'],
    ]);
  });

  test('was published by today', () => {
    expect(problemsOf({ publishedOn: null })).toEqual([]);
    expect(problemsOf({ publishedOn: '2025-09-02' })).toEqual([['publishedOn', 'IN_THE_FUTURE', '2025-09-02']]);
  });

  test('does not say that it closed before anybody could apply', () => {
    const closed = (closedOn: string, own: Partial<VacancyState> = {}, publicSince: string | null = today) =>
      problemsOf({ closedOn, ...own }, 'AMENDED', startOfDay(today), publicSince);
    const early = (day: string) => [['closedOn', 'BEFORE_OPENING', day]];
    expect(closed('2025-09-01')).toEqual([]);
    expect(closed('2025-08-31', { publishedOn: '2025-08-01' })).toEqual(early('2025-08-31'));
    expect(closed('2025-09-10', { opensOn: '2025-09-11' })).toEqual(early('2025-09-10'));
    expect(closed('2025-08-31', { publishedOn: null }, null)).toEqual([]);
  });

  test('has a step', () => expect(problemsOf({ announcedSteps: [] })).toEqual([['announcedSteps', 'NO_STEPS', null]]));
});

describe('where several languages are mandatory', () => {
  test('every text has each of them, full texts aside, and is told of all that it lacks', () => {
    const dutch = { nl: 'woord', fr: null, en: null, original: null };
    const own = {
      title: dutch,
      mission: { summary: dutch, fullText: dutch },
      announcedSteps: [announcedStep('a', 1, { name: dutch, outcomes: [dutch] })],
    };
    const found = inEveryLanguage(vacancy(own), ['nl', 'fr']);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['LANGUAGE_MISSING']));
    expect(found.map(({ path }) => path)).toEqual([
      'announcedSteps[0].outcomes[0].fr',
      'announcedSteps[0].name.fr',
      'title.fr',
      'mission.summary.fr',
    ]);
    expect(inEveryLanguage(vacancy(own), ['nl'])).toEqual([]);
  });
});

describe('where a call is open for 35 days', () => {
  const tooShort = (own: Partial<VacancyState>, publicSince: string | null = null) => {
    const publication: Publication = { change: 'PUBLISHED', now: startOfDay(today), today, publicSince };
    return openForDays(vacancy(own), 35, publication).map(({ value }) => value);
  };
  const until = (date: string) => ({ applicationDeadline: { date, timeOfDay: null } });

  test('the day it opens does not count, and the day of the deadline does', () => {
    expect(tooShort(until('2025-10-05'))).toEqual(['2025-10-05']);
    expect(tooShort(until('2025-10-06'))).toEqual([]);
  });

  test('it opens on the later of the day it is published and the day it states', () => {
    expect(tooShort({ opensOn: '2025-09-02' })).toEqual(['2025-10-06']);
    expect(tooShort({ opensOn: '2025-08-01' })).toEqual([]);
    expect(tooShort({ publishedOn: null, opensOn: '2025-09-02' })).toEqual(['2025-10-06']);
  });

  test('it does not open before it is public here, whatever day it says', () => {
    expect(tooShort({ publishedOn: '2025-01-01' }, '2025-09-02')).toEqual(['2025-10-06']);
    expect(tooShort({ publishedOn: '2025-01-01' }, '2025-09-01')).toEqual([]);
  });

  test('nothing is said of a notice that gives neither, and always was public', () =>
    expect(tooShort({ publishedOn: null, ...until('2025-09-02') })).toEqual([]));

  test('the change to winter time makes no day longer', () =>
    expect(tooShort({ publishedOn: '2025-10-20', ...until('2025-11-24') })).toEqual([]));
});
