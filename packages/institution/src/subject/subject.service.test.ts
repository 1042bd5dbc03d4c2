import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { euro, fixedClock } from '@mandate-graph/domain';
import { Outbox, VersionConflict } from '@mandate-graph/persistence';
import type { DataSource } from 'typeorm';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { actor, always, bodyState, name, recorder, rules, sourced, unit, unitState } from '../testing/recordings.ts';
import { type Recording, SubjectService } from './subject.service.ts';

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
let record: ReturnType<typeof recorder>;

beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
  record = recorder(source);
});
afterAll(() => database.close());
beforeEach(() => source.query('TRUNCATE subject, subject_version, unit, position, holder, body, budget, outbox'));

describe('recording subjects', () => {
  test('writes rows and one event each, with who, when and the whole state', async () => {
    expect(await record(unit('a', null), unit('b', 'a'))).toMatchObject({ ok: true });
    const [row] = await source.query(
      "SELECT version, recorded_by, recorded_at, superseded_at FROM unit WHERE id = 'vrb:unit:b'",
    );
    expect(row).toEqual({
      version: 1,
      recorded_by: 'tester',
      recorded_at: new Date('2025-09-01T07:00:00Z'),
      superseded_at: null,
    });
    const { events } = await new Outbox(source, 'vrb').page(null, 10);
    expect(events.map((event) => event.data)).toEqual([
      expect.objectContaining({ id: 'vrb:unit:a', version: 1 }),
      expect.objectContaining({
        id: 'vrb:unit:b',
        version: 1,
        periods: [{ validFrom: null, validTo: null, state: unitState('vrb:unit:a') }],
      }),
    ]);
  });

  test('refuses with every problem of every subject at once, and writes nothing', async () => {
    const outcome = await record(
      unit('a', null),
      unit('b', 'nowhere'),
      { ...unit('c', null), id: 'other:unit:c' },
      {
        kind: 'body',
        id: 'vrb:body:x',
        expectedVersion: 0,
        reason: null,
        periods: [{ validFrom: null, validTo: null, state: bodyState('vrb:body:y') }],
      },
      {
        kind: 'budget',
        id: 'vrb:budget:x',
        expectedVersion: 0,
        reason: null,
        periods: [
          {
            validFrom: null,
            validTo: null,
            state: {
              ...sourced,
              kind: 'OPERATING',
              unit: 'vrb:unit:a',
              position: null,
              amount: euro('12,5'),
              fiscalYear: null,
            },
          },
        ],
      },
    );
    expect(outcome.ok).toBe(false);
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['other:unit:c.id', 'INVALID_ID', 'other:unit:c'],
      ['vrb:budget:x.amount.amount', 'INVALID_DECIMAL', '12,5'],
      ['vrb:unit:b.parent', 'UNKNOWN_REFERENCE', 'vrb:unit:nowhere'],
      ['vrb:body:x.unit', 'UNKNOWN_REFERENCE', 'vrb:body:y'],
    ]);
    expect(problems.every(({ rule, value }) => rule.includes(value!))).toBe(true);
    expect(await source.query('SELECT FROM unit')).toEqual([]);
    expect((await new Outbox(source, 'vrb').page(null, 10)).events).toEqual([]);
  });

  test('made on an older version names both versions and changes nothing', async () => {
    await record(unit('a', null));
    await record(unit('a', null, { expectedVersion: 1 }));
    await expect(record(unit('a', null, { expectedVersion: 1 }))).rejects.toMatchObject({ expected: 1, actual: 2 });
    await expect(record(unit('a', null, { expectedVersion: 1 }))).rejects.toThrow(VersionConflict);
  });

  test('of the same subject 20 times at once succeeds once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => record(unit('a', null))));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await source.query('SELECT version FROM unit')).toEqual([{ version: 1 }]);
  });

  test('keeps what was known before: a new version ends the old one’s time of knowledge', async () => {
    await record(unit('a', null));
    await record(unit('a', null, { expectedVersion: 1, reason: 'a correction' }));
    const rows = await source.query(
      'SELECT version, superseded_at IS NULL AS current, reason FROM unit ORDER BY version',
    );
    expect(rows).toEqual([
      { version: 1, current: false, reason: null },
      { version: 2, current: true, reason: 'a correction' },
    ]);
  });

  test('is kept in the order of recording, although the graph’s clock went back in between', async () => {
    const at = (instant: string) => new SubjectService('vrb', rules, fixedClock(instant), actor);
    await source.transaction((manager) => at('2030-01-01T00:00:00Z').record(manager, [unit('a', null)]));
    await source.transaction((manager) =>
      at('2025-01-01T00:00:00Z').record(manager, [unit('a', null, { expectedVersion: 1 })]),
    );
    const rows = await source.query('SELECT version FROM unit WHERE recorded_at <= now() ORDER BY recorded_at');
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test('of two holders of one post on one day is refused by the database itself', async () => {
    const post: Recording<'position'> = {
      kind: 'position',
      id: 'vrb:position:p',
      expectedVersion: 0,
      reason: null,
      periods: always({ ...sourced, title: name, function: 'OTHER', units: [], rank: null, managementTier: null }),
    };
    const holder = (local: string): Recording<'holder'> => ({
      kind: 'holder',
      id: `vrb:holder:${local}`,
      expectedVersion: 0,
      reason: null,
      periods: always({
        ...sourced,
        position: post.id,
        status: 'UNKNOWN',
        languageRole: null,
        startsOn: null,
        endsOn: null,
      }),
    });
    expect(await record(post, holder('a'))).toMatchObject({ ok: true });
    await expect(record(holder('b'))).rejects.toMatchObject({ code: '23P01' });
  });

  test('whose periods overlap is refused by the database itself', async () => {
    const twice = unit('a', null, {
      periods: [
        { validFrom: '2020-01-01', validTo: '2022-01-01', state: unitState(null) },
        { validFrom: '2021-12-31', validTo: null, state: unitState(null) },
      ],
    });
    await expect(record(twice)).rejects.toMatchObject({ code: '23P01' });
  });
});
