import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LineKind, Period, SubjectRecorded } from '@mandate-graph/domain';
import { createDatabase, recordedSubject, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { openSelectionDatabase } from '../selection.database.ts';
import { ReportingFollower } from './reporting.follower.ts';
import { ReportingRepository } from './reporting.repository.ts';
import { reportingLinesOf } from './reporting.rules.ts';

const DAY = '2025-11-03';
const post = (name: string) => `vrb:position:${name}`;
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

type Line = readonly [from: string, to: string, kind?: LineKind, validFrom?: string | null, validTo?: string | null];
const line = (id: string, version: number, lines: readonly Line[]) =>
  recordedSubject(
    'line',
    `vrb:line:${id}`,
    version,
    lines.map(([from, to, kind = 'REPORTS_TO', validFrom = null, validTo = null]) => {
      return { validFrom, validTo, state: { kind, from, to } } as Period<never>;
    }),
  );
const position = (name: string, version: number, ...periods: [string | null, string | null][]) =>
  recordedSubject(
    'position',
    post(name),
    version,
    periods.map(([validFrom, validTo]) => ({ validFrom, validTo, state: {} as never })),
  );
const follow = (positions: SubjectRecorded<'position'>[], lines: SubjectRecorded<'line'>[]) =>
  new ReportingFollower(source.manager).follow(positions, lines);
const inLine = async (name: string, day = DAY): Promise<string[]> => {
  const lines = await new ReportingRepository(source.manager, day).linesOf([post(name)]);
  return [...lines.get(post(name))!].map((id) => id.split(':')[2]!).sort();
};

describe('the reporting line of a post', () => {
  test('goes up and down any number of steps, through both kinds of line, and not to its side', async () => {
    await follow(
      [],
      [
        line('a', 1, [[post('low'), post('mid')]]),
        line('b', 1, [[post('mid'), post('top')]]),
        line('c', 1, [[post('top'), post('other'), 'SUPERVISES']]),
        line('d', 1, [[post('low'), post('aside'), 'ADVISES']]),
        line('e', 1, [[post('low'), 'vrb:body:board']]),
      ],
    );
    expect(await inLine('low')).toEqual(['low', 'mid', 'top']);
    expect(await inLine('top')).toEqual(['low', 'mid', 'other', 'top']);
    expect(await inLine('mid')).toEqual(['low', 'mid', 'top']);
    expect(await inLine('nowhere')).toEqual(['nowhere']);
  });

  test('comes to an end where the lines are in a ring', async () => {
    const ring = ['r1', 'r2', 'r3'];
    await follow([], [line('ring', 1, [[post('r1'), post('r2')]]), line('ring2', 1, [[post('r2'), post('r3')]])]);
    await follow([], [line('ring3', 1, [[post('r3'), post('r1')]])]);
    for (const one of ring) expect(await inLine(one)).toEqual(ring);
  });

  test('is that of the day: from the first day of a line until the day before it ends', async () => {
    await follow([], [line('dated', 1, [[post('x'), post('y'), 'REPORTS_TO', '2025-02-01', '2025-03-01']])]);
    const on = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01'];
    expect(await Promise.all(on.map((day) => inLine('x', day)))).toEqual([['x'], ['x', 'y'], ['x', 'y'], ['x']]);
  });

  test('is that of the newest version, whatever the order it was told in, and none of a line that is gone', async () => {
    await follow([], [line('new', 2, [[post('n'), post('o')]]), line('new', 1, [[post('n'), post('p')]])]);
    await follow([], [line('new', 1, [[post('n'), post('p')]])]);
    expect(await inLine('n')).toEqual(['n', 'o']);
    await follow([], [line('new', 3, [])]);
    await follow([], [line('new', 2, [[post('n'), post('o')]])]);
    expect(await inLine('n')).toEqual(['n']);
  });

  test('is the same as found by walking, whatever the lines', async () => {
    const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    let version = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 8 }), async (pairs) => {
        await follow(
          [],
          [
            line(
              'walk',
              ++version,
              pairs.map(([from, to], at) => [post(from), post(to), 'REPORTS_TO', `2000-01-0${at + 1}`]),
            ),
          ],
        );
        for (const name of names) expect(await inLine(name)).toEqual(walked(name, pairs));
      }),
      { numRuns: 20 },
    );
  });
});

function walked(start: string, pairs: readonly (readonly [string, string])[]): string[] {
  const reach = (from: 0 | 1) => {
    const seen = new Set([start]);
    for (const one of seen) for (const pair of pairs) if (pair[from] === one) seen.add(pair[from === 0 ? 1 : 0]);
    return seen;
  };
  return [...new Set([...reach(0), ...reach(1)])].sort();
}

describe('a post', () => {
  test('is there on the days its institution says, by what it said last', async () => {
    await follow(
      [position('p', 2, ['2025-01-01', '2025-02-01'], ['2025-06-01', null]), position('p', 1, [null, null])],
      [],
    );
    const on = async (day: string) => new ReportingRepository(source.manager, day).isPosition(post('p'));
    expect([await on('2024-12-31'), await on('2025-01-31'), await on('2025-02-01'), await on('2025-06-01')]).toEqual([
      ...[false, true, false, true],
    ]);
    await follow([position('p', 3)], []);
    expect(await on('2025-06-01')).toBe(false);
  });
});

test('a line says who is over whom only between two posts', () => {
  const of = (from: string, to: string, kind: LineKind) => reportingLinesOf(line('l', 1, [[from, to, kind]]));
  expect(of(post('a'), post('b'), 'REPORTS_TO')).toMatchObject([{ lower: post('a'), upper: post('b') }]);
  expect(of(post('a'), post('b'), 'SUPERVISES')).toMatchObject([{ lower: post('b'), upper: post('a') }]);
  for (const [from, to] of [
    ['vrb:unit:a', post('b')],
    [post('a'), 'vrb:body:b'],
  ])
    expect(of(from!, to!, 'REPORTS_TO')).toEqual([]);
  expect(of(post('a'), post('b'), 'LEADS')).toEqual([]);
});
