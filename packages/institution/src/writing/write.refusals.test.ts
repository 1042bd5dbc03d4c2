import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@mandate-graph/domain';
import { refuse } from '../subject/problem.rules.ts';
import { always, unit, unitState } from '../testing/recordings.ts';
import { openWrites, type Rename, rename } from '../testing/writes.ts';
import { newId } from './new-id.ts';
import type { Write } from './write.service.ts';

let database: Awaited<ReturnType<typeof openWrites>>;
beforeAll(async () => {
  database = await openWrites();
});
afterAll(() => database?.close());
beforeEach(() => database.clear());

describe('a write that is refused', () => {
  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['two words', 'a b'],
    ['a letter that is no ASCII', 'é'],
    ['256 characters', 'x'.repeat(256)],
  ])('needs a key of its own form, not %s', async (_what, idempotencyKey) => {
    expect(await database.service().write(rename({ idempotencyKey }))).toMatchObject({
      outcome: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'idempotencyKey', code: 'INVALID_KEY' })]),
    });
  });

  test('keeps texts in one form, and refuses what is none', async () => {
    await database.createUnit();
    await database.service().write(rename({ abbreviation: '  Cafe\u0301 ' }));
    expect(await database.source.query("SELECT state->>'abbreviation' AS text FROM unit WHERE version = 2")).toEqual([
      { text: 'Caf\u00e9' },
    ]);
    const before = await database.kept();
    for (const [abbreviation, code] of [
      ['a\u0000b', 'NOT_TEXT'],
      ['a\ud800', 'NOT_TEXT'],
      [' \n ', 'EMPTY_TEXT'],
      ['x'.repeat(20_001), 'TOO_LONG'],
    ] as const) {
      expect(await database.service().write(rename({ idempotencyKey: 'k-3', version: 2, abbreviation }))).toMatchObject(
        {
          outcome: 'refused',
          problems: [{ path: 'abbreviation', code }],
        },
      );
    }
    expect(await database.kept()).toEqual(before);
  });

  test('is told of what is no text, of its key, and of all that the plan and the rules find, at once', async () => {
    const write: Write<Rename> = {
      ...rename({ idempotencyKey: 'two words', abbreviation: 'a\u202eb' }),
      plan: async (_input, knowledge) => {
        const problems: Problem[] = [];
        const id = await newId('unit', 'Not Right', knowledge, problems);
        return {
          problems: [...problems, refuse('abbreviation', 'TOO_SHORT', 'ab', 'must be longer')],
          recordings: [{ ...unit('a', 'nowhere'), id }],
          answer: [{ id, day: knowledge.today }],
          inputPath: 'unit.',
        };
      },
    };
    const answer = await database.service().write(write);
    expect(answer).toMatchObject({ outcome: 'refused' });
    const problems = answer.outcome === 'refused' ? answer.problems : [];
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'idempotencyKey INVALID_KEY',
      'abbreviation NOT_TEXT',
      'local INVALID_LOCAL',
      'unit.parent UNKNOWN_REFERENCE',
    ]);
    for (const { path, rule } of problems) expect(rule.startsWith(`${path} must`)).toBe(true);
  });

  test('that the database refuses is told so with whatever else is wrong', async () => {
    await database.createUnit();
    const below: Write<Rename> = {
      ...rename({ abbreviation: ' ' }),
      plan: async ({ id, version }) => ({
        recordings: [{ ...unit('a', 'b'), expectedVersion: version }, unit('b', 'a')],
        answer: [{ id, day: '2025-09-01' }],
      }),
    };
    expect(await database.service().write(below)).toMatchObject({
      outcome: 'refused',
      problems: [{ path: 'abbreviation', code: 'EMPTY_TEXT' }, { code: 'CYCLE' }],
    });
  });
});

describe('what belongs to something', () => {
  const end = (id: string): Write<Rename> => ({
    ...rename({ id, idempotencyKey: 'end' }),
    plan: async () => ({
      recordings: [{ kind: 'unit', id, expectedVersion: 1, reason: null, periods: until('2026-01-01') }],
      answer: [{ id, day: '2025-09-01' }],
    }),
  });
  const until = (validTo: string) => [{ validFrom: null, validTo, state: unitState(null) }];
  const createPair = (childUntil: string | null) =>
    database.service().write({
      mutation: 'vrbCreate',
      rule: 'ORGANISATION_WRITE',
      input: { idempotencyKey: 'pair' },
      plan: async () => ({
        recordings: [
          unit('a', null),
          {
            ...unit('b', 'a'),
            periods:
              childUntil === null
                ? always(unitState('vrb:unit:a'))
                : [{ validFrom: null, validTo: childUntil, state: unitState('vrb:unit:a') }],
          },
        ],
        answer: [{ id: 'vrb:unit:a', day: '2025-09-01' }],
      }),
    });

  test('must not outlast it', async () => {
    await createPair(null);
    expect(await database.service().write(end('vrb:unit:a'))).toEqual({
      outcome: 'refused',
      problems: [
        {
          path: 'vrb:unit:b.parent',
          code: 'NOT_THERE_THEN',
          value: 'vrb:unit:a',
          rule: 'vrb:unit:b.parent must hold on every day on which vrb:unit:b does, but vrb:unit:a does not from 2026-01-01 on.',
        },
      ],
    });
    expect((await database.kept()).versions).toHaveLength(2);
  });

  test('may end on the same day', async () => {
    await createPair('2026-01-01');
    expect(await database.service().write(end('vrb:unit:a'))).toMatchObject({ outcome: 'recorded' });
  });
});
