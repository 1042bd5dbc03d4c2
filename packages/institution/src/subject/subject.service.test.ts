import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BodyState, euro, fixedClock, ours, stated, type UnitState } from '@mandate-graph/domain';
import { Outbox, VersionConflict } from '@mandate-graph/persistence';
import type { DataSource } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { SubjectReads } from './subject.reads.ts';
import { type Recording, SubjectService } from './subject.service.ts';

const rules: InstitutionRules = { vacancyProblems: () => [] };
const clock = fixedClock('2025-09-01T09:00:00+02:00');
const actor = { kind: 'service', subject: 'tester' } as const;
const name = ours('naam', 'nom', 'name');
const sourced = { notice: null, sources: { '': stated(1) } };

const unitState = (parent: string | null, ordinal: number | null = null): UnitState => ({
  ...sourced,
  kind: 'SERVICE',
  name,
  abbreviation: null,
  aliases: [],
  parent,
  ordinal,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  statedSubUnits: null,
  website: null,
  location: null,
});
const bodyState = (unit: string | null): BodyState => ({
  ...sourced,
  kind: 'GROUP',
  name,
  aliases: [],
  unit,
  competence: null,
  plural: false,
});
const unit = (local: string, parent: string | null, more: Partial<Recording<'unit'>> = {}): Recording<'unit'> => ({
  kind: 'unit',
  id: `vrb:unit:${local}`,
  expectedVersion: 0,
  reason: null,
  periods: [{ validFrom: null, validTo: null, state: unitState(parent === null ? null : `vrb:unit:${parent}`) }],
  ...more,
});

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
const always = <S>(state: S) => [{ validFrom: null, validTo: null, state }];

let reads: SubjectReads;
const service = new SubjectService('vrb', rules, clock, actor, clock);
const record = (...recordings: Recording[]) => source.transaction((manager) => service.record(manager, recordings));
const subtree = async (local: string, day = '2025-09-01') =>
  (await reads.subtree([{ id: `vrb:unit:${local}`, day }]))[0]!.map((row) => row.id.split(':')[2]);

beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
  reads = new SubjectReads(source);
});
afterAll(() => database.close());
beforeEach(() => source.query('TRUNCATE subject, unit, position, holder, body, budget, headcount, line, outbox'));

describe('recording subjects', () => {
  test('writes rows and one event each, with who, when and the whole state', async () => {
    expect(await record(unit('a', null), unit('b', 'a'))).toEqual({ ok: true });
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
    expect(await record(post, holder('a'))).toEqual({ ok: true });
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

describe('the tree of units', () => {
  test('is read on a day: parents first, siblings in their order', async () => {
    const on = (parent: string | null, ordinal: number, from: string | null, to: string | null) => ({
      periods: [{ validFrom: from, validTo: to, state: unitState(parent && `vrb:unit:${parent}`, ordinal) }],
    });
    await record(
      unit('root', null),
      unit('second', null, on('root', 2, null, null)),
      unit('first', null, on('root', 1, null, null)),
      unit('below-second', null, on('second', 1, null, null)),
      unit('gone', null, on('root', 3, null, '2024-01-01')),
    );
    expect(await subtree('root')).toEqual(['root', 'first', 'second', 'below-second']);
    expect(await subtree('root', '2023-12-31')).toEqual(['root', 'first', 'second', 'below-second', 'gone']);
    const [above] = await reads.ancestors([{ id: 'vrb:unit:below-second', day: '2025-09-01' }]);
    expect(above!.map((row) => [row.id, row.depth])).toEqual([
      ['vrb:unit:second', 1],
      ['vrb:unit:root', 2],
    ]);
  });

  test('cannot hold a cycle, not even one that only some days see', async () => {
    await expect(record(unit('a', 'b'), unit('b', 'c'), unit('c', 'a'))).rejects.toMatchObject({
      constraint: 'unit_no_cycle',
    });
    const during = (local: string, parent: string, from: string, to: string) =>
      unit(local, null, { periods: [{ validFrom: from, validTo: to, state: unitState(`vrb:unit:${parent}`) }] });
    await expect(
      record(during('a', 'b', '2020-01-01', '2021-01-02'), during('b', 'a', '2021-01-01', '2022-01-01')),
    ).rejects.toMatchObject({ constraint: 'unit_no_cycle' });
    expect(
      await record(during('a', 'b', '2020-01-01', '2021-01-01'), during('b', 'a', '2021-01-01', '2022-01-01')),
    ).toEqual({ ok: true });
  });

  test('cannot be closed into a cycle by two moves at the same time', async () => {
    await record(unit('a', null), unit('b', null));
    const moves = await Promise.allSettled([
      record(unit('a', 'b', { expectedVersion: 1 })),
      record(unit('b', 'a', { expectedVersion: 1 })),
    ]);
    expect(moves.map((move) => move.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
