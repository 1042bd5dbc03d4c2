import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fixedClock, type Problem } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { always, clock, rules, unit, unitState } from '../testing/recordings.ts';
import { type Plan, type Write, WriteService, type Written } from './write.service.ts';

interface Rename {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly version: number;
  readonly abbreviation: string;
}

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
});
afterAll(() => database.close());
beforeEach(async () => {
  await source.query('TRUNCATE subject, subject_version, unit, outbox, idempotency');
});

const recruiterOf = (institution: string): Actor => ({
  kind: 'person',
  subject: 'r-1',
  grants: [{ role: 'recruiter', institution, procedure: null, scopes: [] }],
});
const service = (actor = recruiterOf('vrb'), recording = clock) =>
  new WriteService(source, 'vrb', rules, clock, actor, recording);

const rename = (own: Partial<Rename> = {}): Write<Rename> => ({
  mutation: 'vrbRename',
  rule: 'ORGANISATION_WRITE',
  input: { idempotencyKey: 'k-1', id: 'vrb:unit:a', version: 1, abbreviation: 'A', ...own },
  plan: async ({ id, version, abbreviation }, knowledge): Promise<Plan> => {
    const problems: Problem[] = [];
    const known = await knowledge.at('unit', id, version, problems);
    if (known === null) return { problems };
    return {
      recordings: [
        {
          kind: 'unit',
          id,
          expectedVersion: version,
          change: 'RENAMED',
          reason: 'a new name',
          periods: known.periods.map((period) => ({ ...period, state: { ...period.state, abbreviation } })),
        },
      ],
      answer: [{ id, day: knowledge.today }],
    };
  },
});
const createUnit = () =>
  service().write({
    mutation: 'vrbCreate',
    rule: 'ORGANISATION_WRITE',
    input: { idempotencyKey: 'create' },
    plan: async () => ({ recordings: [unit('a', null)], answer: [{ id: 'vrb:unit:a', day: '2025-09-01' }] }),
  });
const kept = async () => ({
  units: await source.query('SELECT version FROM unit ORDER BY version'),
  versions: await source.query(
    'SELECT version, change, recorded_by AS by, reason FROM subject_version ORDER BY version',
  ),
  events: (await source.query('SELECT data FROM outbox ORDER BY id')).map(({ data }: { data: object }) => data),
  keys: (await source.query('SELECT key FROM idempotency ORDER BY key')).map(({ key }: { key: string }) => key),
});

describe('a write', () => {
  test('leaves rows, a version, an event and its answer, all of one moment', async () => {
    await createUnit();
    const written = (await service().write(rename())) as Written;
    expect(written).toMatchObject({
      outcome: 'recorded',
      subjects: [{ id: 'vrb:unit:a', version: 2, day: '2025-09-01' }],
    });
    const { versions, events, keys } = await kept();
    expect(versions[1]).toEqual({ version: 2, change: 'RENAMED', by: 'r-1', reason: 'a new name' });
    expect(events[1]).toMatchObject({
      version: 2,
      recordedAt: written.recordedAt,
      change: { kind: 'RENAMED', reason: 'a new name', paths: ['abbreviation'] },
    });
    expect(keys).toEqual(['create', 'k-1']);
  });

  test('is recorded later than any before, though the clock stands still or goes back', async () => {
    const first = (await createUnit()) as Written;
    const earlier = service(recruiterOf('vrb'), fixedClock('2020-01-01T00:00:00Z'));
    const second = (await earlier.write(rename())) as Written;
    expect(Date.parse(second.recordedAt)).toBe(Date.parse(first.recordedAt) + 1);
  });

  test('that is refused leaves nothing, and its key may be used for the mended input', async () => {
    await createUnit();
    const before = await kept();
    expect(await service().write(rename({ id: 'vrb:unit:b' }))).toEqual({
      outcome: 'refused',
      problems: [
        {
          path: 'id',
          code: 'UNKNOWN_SUBJECT',
          value: 'vrb:unit:b',
          rule: 'id must be the id of a unit of this institution, but got: vrb:unit:b.',
        },
      ],
    });
    expect(await kept()).toEqual(before);
    expect(await service().write(rename())).toMatchObject({ outcome: 'recorded' });
  });

  test('on a version that is no longer the last is a conflict that names both', async () => {
    await createUnit();
    await service().write(rename());
    expect(await service().write(rename({ idempotencyKey: 'k-2', abbreviation: 'B' }))).toEqual({
      outcome: 'conflict',
      id: 'vrb:unit:a',
      given: 1,
      current: 2,
    });
  });

  test('has one effect and one answer, however often it comes at once', async () => {
    await createUnit();
    const answers = await Promise.all(Array.from({ length: 50 }, () => service().write(rename())));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await kept()).versions).toHaveLength(2);
  });

  test('under a key that was used for something else is refused', async () => {
    await createUnit();
    await service().write(rename());
    expect(await service().write(rename({ version: 2, abbreviation: 'B' }))).toMatchObject({
      outcome: 'refused',
      problems: [{ path: 'idempotencyKey', code: 'KEY_REUSED', value: 'k-1' }],
    });
  });

  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['two words', 'a b'],
    ['a letter that is no ASCII', 'é'],
    ['256 characters', 'x'.repeat(256)],
  ])('needs a key of its own form, not %s', async (_what, idempotencyKey) => {
    expect(await service().write(rename({ idempotencyKey }))).toMatchObject({
      outcome: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'idempotencyKey', code: 'INVALID_KEY' })]),
    });
  });

  test('keeps texts in one form, and refuses what is none', async () => {
    await createUnit();
    await service().write(rename({ abbreviation: '  Cafe\u0301 ' }));
    expect(await source.query("SELECT state->>'abbreviation' AS text FROM unit WHERE version = 2")).toEqual([
      { text: 'Caf\u00e9' },
    ]);
    for (const [abbreviation, code] of [
      ['a\u0000b', 'NOT_TEXT'],
      ['a\ud800', 'NOT_TEXT'],
      [' \n ', 'EMPTY_TEXT'],
      ['x'.repeat(20_001), 'TOO_LONG'],
    ] as const) {
      expect(await service().write(rename({ idempotencyKey: 'k-3', abbreviation }))).toMatchObject({
        outcome: 'refused',
        problems: [{ path: 'abbreviation', code }],
      });
    }
  });

  test.each([
    ['another institution’s recruiter', recruiterOf('zzz')],
    ['the public', { kind: 'public', subject: 'public', grants: [] } as Actor],
    ['a service without grants', { kind: 'service', subject: 's', grants: [] } as Actor],
  ])('is not for %s, and tells nothing', async (_who, actor) => {
    await createUnit();
    const refusals = await Promise.all(
      ['vrb:unit:a', 'vrb:unit:nowhere'].map((id) =>
        service(actor)
          .write(rename({ id }))
          .catch((error: Error) => error.message),
      ),
    );
    expect(new Set(refusals).size).toBe(1);
    expect((await kept()).versions).toHaveLength(1);
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
    service().write({
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
    expect(await service().write(end('vrb:unit:a'))).toEqual({
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
    expect((await kept()).versions).toHaveLength(2);
  });

  test('may end on the same day', async () => {
    await createPair('2026-01-01');
    expect(await service().write(end('vrb:unit:a'))).toMatchObject({ outcome: 'recorded' });
  });
});
