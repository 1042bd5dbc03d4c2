import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { headOf, lived } from './testing/lived.ts';
import { factsIn, trailPages } from './trail.rows.ts';
import type { Head, Verdict } from './trail.verdict.ts';
import { verifyTrail } from './trail.verify.ts';

const COLUMNS = {
  text: ['at', 'act', 'actor', 'about', 'about_id', 'reason', 'person'],
  jsonb: ['before', 'after'],
  bytea: ['sealed', 'nonce', 'previous', 'hash'],
} as const;
type Kind = keyof typeof COLUMNS;

let selection: TestSelection;
let procedure: string;
let head: Head;
beforeAll(async () => {
  selection = await openSelection();
  ({ procedure } = await lived(selection, 'vrb:vacancy:bytes'));
  head = await headOf(selection, procedure);
});
afterAll(() => selection.close());

/** A change of one byte of a column, and of nothing else: another one, one more, or one less. */
interface Change {
  readonly kind: Kind;
  readonly column: string;
  readonly place: number;
  readonly at: number;
  readonly what: 'REPLACED' | 'ADDED' | 'REMOVED' | 'EMPTIED';
  readonly byte: number;
}
const change: fc.Arbitrary<Change> = fc.constantFrom<Kind>('text', 'jsonb', 'bytea').chain((kind) =>
  fc.record({
    ...{ kind: fc.constant(kind), column: fc.constantFrom<string>(...COLUMNS[kind]) },
    ...{ place: fc.nat({ max: 10_000 }), at: fc.nat({ max: 10_000 }) },
    what: fc.constantFrom('REPLACED' as const, 'ADDED' as const, 'REMOVED' as const, 'EMPTIED' as const),
    byte:
      kind === 'bytea'
        ? fc.nat({ max: 255 })
        : fc.oneof(fc.integer({ min: 32, max: 126 }), fc.integer({ min: 48, max: 57 })),
  }),
);

function changed(was: Buffer | null, { at, what, byte }: Change): Buffer | null {
  if (was === null) return Buffer.of(byte);
  if (what === 'EMPTIED') return null;
  const index = at % Math.max(1, was.length);
  const one = what === 'REMOVED' ? Buffer.alloc(0) : Buffer.of(byte);
  return Buffer.concat([was.subarray(0, index), one, was.subarray(index + (what === 'ADDED' ? 0 : 1))]);
}

/** What is found after a change that nobody else sees; null: the database has no such value, or it is the same one. */
async function foundAfter(manager: EntityManager, one: Change): Promise<Verdict | null> {
  const [column, place] = [one.column, (one.place % head.entries) + 1];
  const raw = one.kind === 'bytea' ? column : `convert_to(${column}::text, 'UTF8')`;
  const read = async (): Promise<Buffer | null> =>
    (
      await manager.query(`SELECT ${raw} AS raw FROM trail_entry WHERE procedure_id = $1 AND seq = $2`, [
        procedure,
        place,
      ])
    )[0].raw;
  const was = await read();
  const value = one.kind === 'bytea' ? '$3::bytea' : `convert_from($3::bytea, 'UTF8')::${one.kind}`;
  await manager.query('SAVEPOINT before_it');
  try {
    await manager.query(`UPDATE trail_entry SET ${column} = ${value} WHERE procedure_id = $1 AND seq = $2`, [
      procedure,
      place,
      changed(was, one),
    ]);
    const is = await read();
    if (is === null ? was === null : was?.equals(is)) return null;
    return await verifyTrail(trailPages(manager, procedure), head);
  } catch (error) {
    // Not UTF-8, not JSON, or nothing where there must be something.
    if (/^(22|23502)/.test((error as { code?: string }).code ?? '')) return null;
    throw error;
  } finally {
    await manager.query('ROLLBACK TO SAVEPOINT before_it');
  }
}

test('every change of any byte of any column is found, where it was made', async () => {
  const seen = new Set<string>();
  const runner = selection.source.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('ALTER TABLE trail_entry DISABLE TRIGGER ALL');
    await runner.query('ALTER TABLE trail_entry DROP CONSTRAINT trail_entry_sealed_for_somebody');
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const verdict = await foundAfter(runner.manager, one);
        if (verdict === null) return;
        seen.add(one.column);
        expect(verdict).toEqual({
          ...{ whole: false, tampering: 'CHANGED', place: (one.place % head.entries) + 1, shownBy: 'CHAIN' },
        });
      }),
      { numRuns: 400 },
    );
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
  expect([...seen].sort()).toEqual(Object.values(COLUMNS).flat().sort());
});

describe('the facts of an entry', () => {
  const text = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).map((value) => JSON.stringify({ value }));
  const stored = async (json: string): Promise<string> =>
    (await selection.query<{ text: string }>('SELECT $1::jsonb::text AS text', [json]))[0]!.text;

  test('are read from the database as they were written', () =>
    fc.assert(
      fc.asyncProperty(text, async (json) => {
        fc.pre(!json.includes('\\u0000') && !/\\ud[89a-f]/i.test(json));
        expect(factsIn(await stored(json))).toEqual(JSON.parse(json));
      }),
    ));

  test.each([
    ['{"a": 1}', '{"a": 1.0}'],
    ['{"a": 0.1}', '{"a": 0.1000000000000000055511151231257827}'],
    ['{"a": 9007199254740992}', '{"a": 9007199254740993}'],
    ['{"a": 0}', '{"a": 0.00}'],
    ['{"a": "1.0"}', '{"a": 1.0}'],
    ['{"a": [1.0]}', '{"a": ["1.0"]}'],
    [null, 'null'],
    ['{}', 'null'],
    ['{"a": null}', '{}'],
  ])('are never the same when their texts are not: %s, %s', (one, other) => {
    expect(factsIn(one)).not.toEqual(factsIn(other));
  });
});
