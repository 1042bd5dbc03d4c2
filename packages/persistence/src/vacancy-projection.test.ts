import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CloudEvent, NotAsAgreed, type SubjectRecorded, type VacancyState } from '@mandate-graph/domain';
import {
  always,
  createDatabase,
  eventOf,
  recordedSubject,
  silentLog,
  type TestDatabase,
  vacancyState,
} from '@mandate-graph/testkit';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';
import { sqlMigration } from './migration.ts';
import { newestOf, recordedOf } from './recorded.rules.ts';
import { projectVacancies, VACANCY_PROJECTION_TABLES } from './vacancy-projection.ts';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    url: database.url,
    schema: 'consumer',
    entities: [],
    migrations: [sqlMigration('Tables1764000000001', VACANCY_PROJECTION_TABLES)],
    log: silentLog,
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => source.query('TRUNCATE vacancy_projection CASCADE'));

const project = (...recorded: SubjectRecorded<'vacancy'>[]) =>
  source.transaction((manager) => projectVacancies(manager, recorded));
const vacancy = (local: string, version: number, ...states: VacancyState[]) =>
  recordedSubject('vacancy', `vrb:vacancy:${local}`, version, states.map(always));
const known = () => source.query('SELECT id, version FROM vacancy_projection ORDER BY id');
const tables = async () => ({
  vacancies: await source.query('SELECT * FROM vacancy_projection ORDER BY id'),
  periods: await source.query('SELECT * FROM vacancy_period ORDER BY vacancy_id, place'),
});

describe('the vacancies a subgraph knows of', () => {
  test('have the columns that later statements look for', async () => {
    const state = vacancyState({
      opensOn: '2025-08-01',
      applicationDeadline: { date: '2025-10-26', timeOfDay: null },
      publication: 'WITHDRAWN',
    });
    await project(
      recordedSubject('vacancy', 'vrb:vacancy:a', 3, [{ validFrom: '2025-01-01', validTo: '2026-01-01', state }]),
    );
    expect(
      await source.query(
        `SELECT valid_from::text, valid_to::text, publication, opens_on::text, deadline::text, closes_at, state
         FROM vacancy_period`,
      ),
    ).toEqual([
      {
        valid_from: '2025-01-01',
        valid_to: '2026-01-01',
        publication: 'WITHDRAWN',
        opens_on: '2025-08-01',
        deadline: '2025-10-26',
        closes_at: new Date('2025-10-26T23:00:00Z'),
        state,
      },
    ]);
  });

  test('stand at their highest version', async () => {
    await project(vacancy('a', 2, vacancyState({ rank: 'two' })));
    await project(vacancy('a', 1, vacancyState({ rank: 'one' })));
    await project(vacancy('a', 2, vacancyState({ rank: 'again' })));
    expect(await source.query("SELECT state->>'rank' AS rank FROM vacancy_period")).toEqual([{ rank: 'two' }]);
  });

  test('do not come back by an older event once they are no longer public', async () => {
    await project(vacancy('a', 2));
    await project(vacancy('a', 1, vacancyState()));
    expect(await known()).toEqual([{ id: 'vrb:vacancy:a', version: 2 }]);
    expect(await source.query('SELECT FROM vacancy_period')).toEqual([]);
  });

  test('are the same whatever the order, the repetition and the paging of the events', async () => {
    const version = fc.record({
      local: fc.constantFrom('a', 'b', 'c'),
      version: fc.integer({ min: 1, max: 4 }),
    });
    // One state per version, as a producer gives it; every third version is not public.
    const recordedAs = ({ local, version: number }: { local: string; version: number }) =>
      number % 3 === 0
        ? vacancy(local, number)
        : vacancy(
            local,
            number,
            ...Array.from({ length: number }, (_, at) => vacancyState({ rank: `${number}.${at}` })),
          );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(version, { minLength: 1, maxLength: 8, selector: (one) => `${one.local}${one.version}` }),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.nat()),
        async (versions, repeated, pageSize, order) => {
          const events = versions.map(recordedAs);
          await source.query('TRUNCATE vacancy_projection CASCADE');
          for (const event of [...events].sort((a, b) => a.version - b.version)) await project(event);
          const expected = await tables();
          const delivered = [...events, ...repeated.map((at) => events[at % events.length]!)]
            .map((event) => ({ event, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);
          await source.query('TRUNCATE vacancy_projection CASCADE');
          for (let at = 0; at < delivered.length; at += pageSize) await project(...delivered.slice(at, at + pageSize));
          expect(await tables()).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what a producer says', () => {
  const own = eventOf(recordedSubject('vacancy', 'vrb:vacancy:a', 1, []));
  const subjects = (events: readonly CloudEvent[]) => recordedOf(events, 'vacancy', 'vrb').map(({ id }) => id);

  test('counts for subjects of the kind only', () => {
    const unit = eventOf(recordedSubject('unit', 'vrb:unit:a', 1, []));
    expect(subjects([unit, own])).toEqual(['vrb:vacancy:a']);
  });

  test.each(['other:vacancy:a', 'vrb:unit:a', 'vrb:vacancy:a@2025-01-01', 'nonsense', ''])(
    'about %j as a vacancy of its own is not as agreed',
    (id) => expect(() => subjects([own, { ...own, data: { ...own.data, id } }])).toThrow(NotAsAgreed),
  );

  test('is taken at the highest version of each subject', () => {
    const all = [vacancy('a', 1), vacancy('b', 2), vacancy('a', 3), vacancy('a', 2)];
    expect(newestOf(all).map(({ id, version }) => [id, version])).toEqual([
      ['vrb:vacancy:a', 3],
      ['vrb:vacancy:b', 2],
    ]);
  });
});
