import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AnnouncedStep, ours, type SubjectRecorded, type VacancyState } from '@mandate-graph/domain';
import {
  always,
  announcedStep,
  createDatabase,
  recordedSubject,
  silentLog,
  type TestDatabase,
  vacancyState,
} from '@mandate-graph/testkit';
import { procedureIdOf, stepIdOf } from '@mandate-graph/writing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { openSelectionDatabase } from '../selection.database.ts';
import { ProcedureFollower } from './procedure.follower.ts';

const A = 'vrb:vacancy:a';
const PROCEDURE = procedureIdOf(A);
let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await openSelectionDatabase(database.url, silentLog);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const empty = async () => {
  for (const table of ['vacancy_projection', 'selection_step', 'selection_procedure']) {
    await source.query(`DELETE FROM ${table}`);
  }
};
beforeEach(empty);

const follow = (...recorded: SubjectRecorded<'vacancy'>[]) =>
  source.transaction((manager) => new ProcedureFollower(manager).follow(recorded));
const vacancy = (version: number, steps: readonly AnnouncedStep[], own: Partial<VacancyState> = {}) =>
  recordedSubject('vacancy', A, version, [always(vacancyState({ announcedSteps: steps, ...own }))]);
const steps = () =>
  source.query(
    'SELECT id, key, announced_key, position, kind, eliminatory, status, name FROM selection_step ORDER BY position, key',
  );
const keys = async () => (await steps()).map((step: { key: string }) => step.key);
const procedures = () => source.query('SELECT * FROM selection_procedure ORDER BY vacancy_id');
const tables = async () => [
  await procedures(),
  await source.query('SELECT * FROM selection_step ORDER BY procedure_id, key'),
  await source.query('SELECT * FROM vacancy_projection ORDER BY id'),
  await source.query('SELECT * FROM vacancy_period ORDER BY vacancy_id, place'),
];

const SCREENING = announcedStep('screening', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true });
const RESULT = announcedStep('result', 2, {
  kind: 'RESULT',
  suitabilityScheme: 'SUITABLE_UNSUITABLE',
});

/** What a procedure has that nobody has started. */
const NOT_STARTED = {
  ...{ status: 'NOT_STARTED', ending: null, ended_at: null, regime_from: null, template: null, vacancy_seen: null },
  ...{ result_submitted_at: null, trail_seq: 0, trail_head: Buffer.alloc(32) },
};

test('procedures are locked in the order of their ids, whatever the order in which vacancies were told of', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => `vrb:vacancy:many-${at}`);
  const told = (version: number) =>
    ids.map((id) => recordedSubject('vacancy', id, version, [always(vacancyState({ announcedSteps: [SCREENING] }))]));
  await follow(...told(1));
  const [first, ...others] = ids.map(procedureIdOf).toSorted();
  let following: Promise<unknown> = Promise.resolve();
  await source.transaction(async (manager) => {
    await manager.query('SELECT FROM selection_procedure WHERE id = $1 FOR UPDATE', [first]);
    following = follow(...told(2));
    const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while ((await source.query(waiting)).length === 0) await new Promise(setImmediate);
    await manager.query('SELECT FROM selection_procedure WHERE id = ANY($1::uuid[]) FOR UPDATE NOWAIT', [others]);
  });
  await following;
  expect(await keys()).toEqual(ids.map(() => 'screening'));
});

describe('the procedure of a vacancy', () => {
  test('has the announced steps as its own, waiting, and says who told of it and when', async () => {
    await follow(vacancy(1, [SCREENING, RESULT]));
    expect(await steps()).toEqual(
      [SCREENING, RESULT].map(({ key, position, kind, eliminatory, name }) => ({
        id: stepIdOf(PROCEDURE, key),
        key,
        announced_key: key,
        position,
        kind,
        eliminatory,
        status: 'PENDING',
        name,
      })),
    );
    expect(await procedures()).toEqual([
      {
        id: PROCEDURE,
        vacancy_id: A,
        institution: 'vrb',
        vacancy_version: 1,
        suitability_scheme: 'SUITABLE_UNSUITABLE',
        legal_regime: null,
        started_at: null,
        created_at: new Date('2025-01-01T00:01:00Z'),
        version: 1,
        recorded_at: new Date('2025-01-01T00:01:00Z'),
        recorded_by: 'feed:vrb',
        reason: null,
        ...NOT_STARTED,
      },
    ]);
  });

  test('follows a newer version before anything has run; steps that stay keep their ids', async () => {
    await follow(vacancy(1, [SCREENING, RESULT]));
    const moved = { ...SCREENING, position: 2, eliminatory: false, name: ours('Zeef', 'Tri', 'Sift') };
    await follow(vacancy(2, [announcedStep('talk', 1), moved]));
    expect((await steps())[1]).toEqual({
      id: stepIdOf(PROCEDURE, 'screening'),
      key: 'screening',
      announced_key: 'screening',
      position: 2,
      kind: 'ELIGIBILITY_SCREENING',
      eliminatory: false,
      status: 'PENDING',
      name: moved.name,
    });
    expect(await keys()).toEqual(['talk', 'screening']);
    expect(await procedures()).toMatchObject([{ vacancy_version: 2, suitability_scheme: null, version: 1 }]);
    await follow(vacancy(3, []));
    expect(await keys()).toEqual([]);
  });

  test('stands still once it has started, whatever becomes of the vacancy', async () => {
    await follow(vacancy(1, [SCREENING, RESULT]));
    await source.query(
      "UPDATE selection_procedure SET started_at = now(), template = '{}', vacancy_seen = 1, version = 2, status = 'RUNNING'",
    );
    await follow(vacancy(2, [announcedStep('talk', 1)]));
    expect(await keys()).toEqual(['screening', 'result']);
    expect(await procedures()).toMatchObject([{ vacancy_version: 1, suitability_scheme: 'SUITABLE_UNSUITABLE' }]);
    expect(await source.query('SELECT version FROM vacancy_projection')).toEqual([{ version: 2 }]);
    expect(await source.query('SELECT id, version FROM selection_procedure_history')).toEqual([
      { id: PROCEDURE, version: 1 },
    ]);
  });

  test('leaves the authority’s own steps alone', async () => {
    await follow(vacancy(1, [SCREENING]));
    await source.query(
      `INSERT INTO selection_step SELECT gen_random_uuid(), procedure_id, 'own', NULL, 9, 'DECISION', name, NULL,
       'PENDING', 1, now(), 'test', NULL FROM selection_step`,
    );
    await follow(vacancy(2, [RESULT]));
    expect(await keys()).toEqual(['result', 'own']);
  });

  test('is not made for a draft, and stays when the vacancy is no longer public', async () => {
    await follow(recordedSubject('vacancy', A, 1, []));
    expect(await procedures()).toEqual([]);
    await follow(vacancy(2, [SCREENING]));
    await follow(recordedSubject('vacancy', A, 3, []));
    expect(await keys()).toEqual(['screening']);
  });

  test('takes the steps that will stand last, when the vacancy changes on a day to come', async () => {
    const [before, after] = [
      vacancyState({ announcedSteps: [SCREENING] }),
      vacancyState({ announcedSteps: [SCREENING, RESULT] }),
    ];
    await follow(
      recordedSubject('vacancy', A, 1, [
        { validFrom: '2025-09-01', validTo: null, state: after },
        { validFrom: null, validTo: '2025-09-01', state: before },
      ]),
    );
    expect(await keys()).toEqual(['screening', 'result']);
  });
});

describe('procedures, steps and vacancies', () => {
  const step = fc.constantFrom('a', 'b', 'c', 'd');
  const version = fc.record({
    id: fc.constantFrom(A, 'vrb:vacancy:b'),
    version: fc.integer({ min: 1, max: 4 }),
    isPublic: fc.boolean(),
    keys: fc.uniqueArray(step, { maxLength: 4 }),
  });
  const history = fc.uniqueArray(version, { minLength: 1, maxLength: 8, selector: (one) => `${one.id}${one.version}` });

  test('are the same whatever the order, the repetition and the paging of the events', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 4 }),
        async (versions, repeated, keyStream, pageSize) => {
          const events = versions.map(({ id, version, isPublic, keys }) => {
            const announcedSteps = keys.map((key, at) => announcedStep(key, at + 1));
            return recordedSubject('vacancy', id, version, isPublic ? [always(vacancyState({ announcedSteps }))] : []);
          });
          await empty();
          for (const event of [...events].sort((a, b) => a.version - b.version)) await follow(event);
          const expected = await tables();
          const delivered = [...events, ...repeated.map((at) => events[at % events.length]!)]
            .map((event) => ({ event, key: keyStream.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);
          await empty();
          for (let at = 0; at < delivered.length; at += pageSize) await follow(...delivered.slice(at, at + pageSize));
          expect(await tables()).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});
