import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { recorder, unit, unitState } from '../testing/recordings.ts';
import { SubjectReads } from './subject.reads.ts';

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
let reads: SubjectReads;
let record: ReturnType<typeof recorder>;
const subtree = async (local: string, day = '2025-09-01') =>
  (await reads.subtree([{ id: `vrb:unit:${local}`, day, knownAt: null }]))[0]!.map((row) => row.id.split(':')[2]);

beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
  reads = new SubjectReads(source, false);
  record = recorder(source);
});
afterAll(() => database.close());
beforeEach(() => source.query('TRUNCATE subject, subject_version, unit, outbox'));

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
    const [above] = await reads.ancestors([{ id: 'vrb:unit:below-second', day: '2025-09-01', knownAt: null }]);
    expect(above!.map((row) => [row.id, row.depth])).toEqual([
      ['vrb:unit:second', 1],
      ['vrb:unit:root', 2],
    ]);
  });

  test('cannot hold a cycle, not even one that only some days see', async () => {
    await expect(record(unit('a', 'b'), unit('b', 'c'), unit('c', 'a'))).rejects.toMatchObject({
      constraint: 'unit_no_cycle',
    });
    /** Below the parent on those days, and below none on all others. */
    const during = (local: string, parent: string, from: string, to: string) =>
      unit(local, null, {
        periods: [
          { validFrom: null, validTo: from, state: unitState(null) },
          { validFrom: from, validTo: to, state: unitState(`vrb:unit:${parent}`) },
          { validFrom: to, validTo: null, state: unitState(null) },
        ],
      });
    await expect(
      record(during('a', 'b', '2020-01-01', '2021-01-02'), during('b', 'a', '2021-01-01', '2022-01-01')),
    ).rejects.toMatchObject({ constraint: 'unit_no_cycle' });
    expect(
      await record(during('a', 'b', '2020-01-01', '2021-01-01'), during('b', 'a', '2021-01-01', '2022-01-01')),
    ).toMatchObject({ ok: true });
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
