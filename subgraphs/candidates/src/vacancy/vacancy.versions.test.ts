import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Period, SubjectRecorded, VacancyState } from '@mandate-graph/domain';
import {
  always,
  createDatabase,
  recordedSubject,
  silentLog,
  type TestDatabase,
  vacancyState,
} from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { VacancyVersions } from './vacancy.versions.ts';

let database: TestDatabase;
let source: DataSource;
let versions: VacancyVersions;

beforeAll(async () => {
  database = await createDatabase();
  source = await openCandidatesDatabase(database.url, silentLog);
  versions = new VacancyVersions(source.manager);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** A version in which the rank says which one it is. */
const state = (rank: string, own: Partial<VacancyState> = {}) => vacancyState({ rank, ...own });
const recorded = (
  id: string,
  version: number,
  at: string,
  ...periods: Period<VacancyState>[]
): SubjectRecorded<'vacancy'> => ({
  ...recordedSubject('vacancy', id, version, periods.length === 0 ? [always(state(`${version}`))] : periods),
  recordedAt: at,
});
const MARCH = '2026-03-01T12:00:00Z';
const APRIL = '2026-04-01T12:00:00Z';
const MAY = '2026-05-01T12:00:00Z';
const count = async (id: string) =>
  (await database.query('SELECT FROM candidates.vacancy_version WHERE vacancy_id = $1', [id])).length;

describe('versions of a vacancy', () => {
  test('are kept once each, also when they come twice and in any order, at once or one after the other', async () => {
    const [a, b, c] = [MARCH, APRIL, MAY].map((at, place) => recorded('vrb:vacancy:order', place + 1, at));
    await versions.keep([c!, a!, c!]);
    await versions.keep([b!, a!]);
    await versions.keep([]);
    expect(await count('vrb:vacancy:order')).toBe(3);
    const { version, known } = (await versions.latest(['vrb:vacancy:order'], '2026-06-01')).get('vrb:vacancy:order')!;
    expect([version, known?.version, known?.state.rank]).toEqual([3, 3, '3']);
  });

  test('read as the period that contains the day, with the day from which another one holds', async () => {
    const id = 'vrb:vacancy:dated';
    await versions.keep([
      recorded(
        id,
        1,
        MARCH,
        { validFrom: '2026-03-01', validTo: '2026-07-01', state: state('before') },
        {
          ...{ validFrom: '2026-07-01', validTo: null },
          state: state('after'),
        },
      ),
    ]);
    const on = async (day: string) => {
      const known = (await versions.current([id], day)).get(id);
      return known === undefined ? null : [known.state.rank, known.day, known.nextChange];
    };
    expect(await on('2026-02-28')).toBeNull();
    expect(await on('2026-03-01')).toEqual(['before', '2026-03-01', '2026-07-01']);
    expect(await on('2026-06-30')).toEqual(['before', '2026-06-30', '2026-07-01']);
    expect(await on('2026-07-01')).toEqual(['after', '2026-07-01', null]);
  });

  test('that are not public are none to be read, but are the newest', async () => {
    const [gone, draft] = ['vrb:vacancy:gone', 'vrb:vacancy:draft'];
    await versions.keep([
      recorded(gone, 1, MARCH),
      { ...recorded(gone, 2, APRIL), periods: [] },
      recorded(draft, 1, MARCH, always(state('1', { publication: 'DRAFT' }))),
    ]);
    expect(await versions.current([gone, draft, 'vrb:vacancy:nowhere'], '2026-06-01')).toEqual(new Map());
    expect(await versions.latest([gone, draft, 'vrb:vacancy:nowhere'], '2026-06-01')).toEqual(
      new Map([
        [gone, { version: 2, recordedAt: Temporal.Instant.from(APRIL), known: null }],
        [draft, { version: 1, recordedAt: Temporal.Instant.from(MARCH), known: null }],
      ]),
    );
  });

  test('are read again as they were told, each in the order asked for', async () => {
    const id = 'vrb:vacancy:told';
    await versions.keep([recorded(id, 1, MARCH), recorded(id, 2, APRIL)]);
    const day = '2026-06-01';
    const told = await versions.asTold([
      ...[2, 1, 3].map((version) => ({ vacancyId: id, version, day })),
      { vacancyId: id, version: 2, day: '2020-01-01' },
    ]);
    expect(told.map((known) => known && [known.version, known.state.rank, known.day])).toEqual([
      ...[[2, '2', day], [1, '1', day], null],
      [2, '2', '2020-01-01'],
    ]);
    expect(await versions.asTold([])).toEqual([]);
  });
});

describe('the version by which files are judged', () => {
  const closing = async (vacancyId: string, closesAt: string) => {
    const [known] = await versions.atClosing([{ vacancyId, closesAt: Temporal.Instant.from(closesAt) }]);
    return known && [known.version, known.day, known.state.rank];
  };

  test('is the newest one recorded before the deadline, whenever its event comes', async () => {
    const id = 'vrb:vacancy:late';
    await versions.keep([recorded(id, 1, MARCH), recorded(id, 3, MAY)]);
    expect(await closing(id, '2026-04-10T22:00:00Z')).toEqual([1, '2026-04-10', '1']);
    await versions.keep([recorded(id, 2, APRIL)]);
    expect(await closing(id, '2026-04-10T22:00:00Z')).toEqual([2, '2026-04-10', '2']);
    expect(await closing(id, APRIL)).toEqual([1, '2026-04-01', '1']);
  });

  test('is the first one known of a vacancy that was recorded later', async () => {
    const id = 'vrb:vacancy:historical';
    await versions.keep([recorded(id, 2, MAY), recorded(id, 1, APRIL)]);
    expect(await closing(id, MARCH)).toEqual([1, '2026-03-01', '1']);
  });

  test('is read on the last day of applying, in Brussels', async () => {
    const id = 'vrb:vacancy:last-day';
    const [spring, autumn] = ['2026-03-29', '2026-10-25'];
    await versions.keep([
      recorded(
        ...([id, 1, '2026-01-01T00:00:00Z'] as const),
        { validFrom: null, validTo: spring, state: state('winter') },
        { validFrom: spring, validTo: '2026-03-30', state: state('day of 23 hours') },
        { validFrom: '2026-03-30', validTo: autumn, state: state('summer') },
        { validFrom: autumn, validTo: '2026-10-26', state: state('day of 25 hours') },
        { validFrom: '2026-10-26', validTo: null, state: state('winter') },
      ),
    ]);
    expect(await closing(id, '2026-03-29T22:00:00Z')).toEqual([1, spring, 'day of 23 hours']);
    expect(await closing(id, '2026-10-25T23:00:00Z')).toEqual([1, autumn, 'day of 25 hours']);
    expect(await closing(id, '2026-10-25T23:01:00Z')).toEqual([1, '2026-10-26', 'winter']);
  });

  test('is none of a vacancy that nobody told of', async () =>
    expect(await closing('vrb:vacancy:nowhere', MAY)).toBeNull());
});

test('why a vacancy changed since is told of newer versions, and of what was announced and has begun', async () => {
  const id = 'vrb:vacancy:reasons';
  const because = (version: number, reason: string | null, ...periods: Period<VacancyState>[]) => ({
    ...recorded(id, version, APRIL, ...periods),
    change: { kind: 'AMENDED' as const, reason, paths: [] },
  });
  const announced: Period<VacancyState>[] = [
    { validFrom: null, validTo: '2026-06-01', state: state('before') },
    { validFrom: '2026-06-01', validTo: null, state: state('after') },
  ];
  await versions.keep([
    because(1, null),
    because(2, 'Announced.', ...announced),
    because(3, 'Twice.', ...announced),
    because(4, 'Twice.', ...announced),
  ]);
  const since = (version: number, day: string, until: string) => ({ vacancyId: id, version, day, until });
  expect(
    await versions.reasonsSince([
      since(4, '2026-05-01', '2026-05-31'),
      since(4, '2026-05-01', '2026-06-01'),
      since(2, '2026-05-01', '2026-05-02'),
      since(1, '2026-05-01', '2026-05-02'),
      { ...since(1, '2026-05-01', '2026-06-01'), vacancyId: 'vrb:vacancy:none' },
    ]),
  ).toEqual([null, 'Announced.', 'Twice.', 'Announced.\nTwice.', null]);
});
