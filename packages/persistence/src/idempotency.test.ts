import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDatabase, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';
import { earlierAnswer, IDEMPOTENCY_TABLE, type KeyedRequest, keepAnswer } from './idempotency.ts';
import { sqlMigration } from './migration.ts';

const NOON = new Date('2025-09-01T12:00:00Z');
const later = (hours: number): Date => new Date(NOON.getTime() + hours * 3_600_000);
const request = (own: Partial<KeyedRequest> = {}): KeyedRequest => ({
  actor: 'somebody',
  key: 'k-1',
  mutation: 'publishVacancy',
  input: { id: 'a', nested: { one: 1, two: [1, 2] } },
  ...own,
});

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    url: database.url,
    schema: 'keys',
    entities: [],
    migrations: [sqlMigration('Keys1764000000001', [...IDEMPOTENCY_TABLE, 'CREATE TABLE effect (key text)'])],
    log: silentLog,
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => source.query('TRUNCATE idempotency, effect'));

const ask = (one: KeyedRequest) => source.transaction((manager) => earlierAnswer<unknown>(manager, one));
const keep = (one: KeyedRequest, answer: unknown, now = NOON) =>
  source.transaction((manager) => keepAnswer(manager, one, answer, now));

describe('a key', () => {
  test('that was never used has no answer', async () => {
    expect(await ask(request())).toEqual({ kind: 'none' });
  });

  test('gives the answer of the same request, whatever the order of its names', async () => {
    await keep(request(), { version: 3 });
    const reordered = request({ input: { nested: { two: [1, 2], one: 1, three: undefined }, id: 'a' } });
    expect(await ask(reordered)).toEqual({ kind: 'answered', answer: { version: 3 } });
  });

  test.each([
    ['another input', { input: { id: 'a', nested: { one: 1, two: [2, 1] } } }],
    ['a list in place of a text', { input: ['a'] }],
    ['another mutation', { mutation: 'withdrawVacancy' }],
  ])('is refused for %s', async (_what, other) => {
    await keep(request(), { version: 3 });
    expect(await ask(request(other))).toEqual({ kind: 'reused', mutation: 'publishVacancy' });
  });

  test('is for what was asked, also where that is kept under a digest of the caller’s own, and as nothing else', async () => {
    const digest = (text: string) => createHmac('sha256', 'secret').update(text).digest();
    await keep(request({ digest }), { version: 3 });
    expect(await ask(request({ digest }))).toMatchObject({ kind: 'answered' });
    expect(await ask(request({ digest, input: {} }))).toMatchObject({ kind: 'reused' });
    expect(await ask(request())).toMatchObject({ kind: 'reused' });
  });

  test('is each caller’s own', async () => {
    await keep(request(), { version: 3 });
    expect(await ask(request({ actor: 'somebody else' }))).toEqual({ kind: 'none' });
  });

  test('is kept for more than a day, and not for ever', async () => {
    await keep(request(), { version: 3 });
    await keep(request({ key: 'next day' }), {}, later(24));
    expect(await ask(request())).toMatchObject({ kind: 'answered' });
    await keep(request({ key: 'much later' }), {}, later(8 * 24));
    expect(await ask(request())).toEqual({ kind: 'none' });
  });

  test('that was rolled back is free again', async () => {
    const failing = source.transaction(async (manager) => {
      await keepAnswer(manager, request(), {}, NOON);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ask(request())).toEqual({ kind: 'none' });
  });

  test('has one effect and one answer among many at once', async () => {
    const one = async (place: number) =>
      source.transaction(async (manager) => {
        const earlier = await earlierAnswer<{ by: number }>(manager, request());
        if (earlier.kind === 'answered') return earlier.answer;
        await manager.query('INSERT INTO effect VALUES ($1)', [request().key]);
        await keepAnswer(manager, request(), { by: place }, NOON);
        return { by: place };
      });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, place) => one(place)));
    expect(new Set(answers.map(({ by }) => by)).size).toBe(1);
    expect(await source.query('SELECT count(*)::int AS effects FROM effect')).toEqual([{ effects: 1 }]);
  });
});
