import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, memoryLog, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import { type Budget, openBudget } from './budget.ts';

const SECRET = 'k'.repeat(32);
const POINTS = { anonymous: 100, signedIn: 1_000 };
const anonymous = (key: string) => ({ key, kind: 'anonymous' }) as const;

let database: TestDatabase;
const opened: Budget[] = [];
const open = (databaseUrl: string | null, log = silentLog): Budget => {
  const budget = openBudget({ databaseUrl, secret: SECRET, log, points: POINTS });
  opened.push(budget);
  return budget;
};

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((budget) => budget.close()));
  await database?.drop();
});

describe.each([
  ['in PostgreSQL', () => database.url],
  ['in memory', () => null],
])('a budget %s', (_where, url) => {
  it('is spent until it is used up, by each caller for themselves', async () => {
    const budget = open(url());
    const before = Date.now();
    const balance = await budget.spend(anonymous('192.0.2.1'), 60);
    expect(balance).toMatchObject({ allowed: true, limit: 100, remaining: 40 });
    const resetAt = Date.parse(balance.resetAt);
    expect(resetAt - before).toBeGreaterThan(50_000);
    expect(resetAt - Date.now()).toBeLessThanOrEqual(61_000);
    expect(await budget.spend(anonymous('192.0.2.1'), 40)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await budget.spend(anonymous('192.0.2.1'), 1)).toMatchObject({ allowed: false, remaining: 0, limit: 100 });
    expect(await budget.spend(anonymous('192.0.2.2'), 1)).toMatchObject({ allowed: true, remaining: 99 });
    const signedIn = { key: '192.0.2.1', kind: 'signedIn' } as const;
    expect(await budget.spend(signedIn, 500)).toMatchObject({ allowed: true, limit: 1_000, remaining: 500 });
  });

  it('refuses what is more than what is left', async () => {
    const budget = open(url());
    expect(await budget.spend(anonymous('192.0.2.3'), 101)).toMatchObject({ allowed: false, remaining: 0 });
  });

  it('is not spent twice by many at once', async () => {
    const budget = open(url());
    const answers = await Promise.all(Array.from({ length: 50 }, () => budget.spend(anonymous('192.0.2.4'), 5)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(20);
  });
});

describe('a budget in PostgreSQL', () => {
  it('is the same for all processes', async () => {
    await open(database.url).spend(anonymous('192.0.2.5'), 70);
    expect(await open(database.url).spend(anonymous('192.0.2.5'), 20)).toMatchObject({ allowed: true, remaining: 10 });
  });

  it('asks no more for who has nothing left', async () => {
    const budget = open(database.url);
    for (const allowed of [false, false]) {
      expect(await budget.spend(anonymous('192.0.2.6'), 777)).toMatchObject({ allowed });
    }
    const rows = await database.query<{ points: number }>('SELECT points FROM gateway.budget WHERE points >= 777');
    expect(rows).toEqual([{ points: 777 }]);
  });

  it('begins anew when its window has passed', async () => {
    const budget = open(database.url);
    await budget.spend(anonymous('192.0.2.7'), 90);
    await database.query('UPDATE gateway.budget SET expire = 1 WHERE points = 90');
    expect(await budget.spend(anonymous('192.0.2.7'), 90)).toMatchObject({ allowed: true, remaining: 10 });
  });

  it('holds no address and no subject', async () => {
    const rows = await database.query<{ key: string }>('SELECT key FROM gateway.budget');
    expect(rows.length).toBeGreaterThan(5);
    for (const { key } of rows) expect(key).toMatch(/^(anonymous|signedIn):[\w-]{43}$/);
  });

  it('is kept in memory while the database is away, which is logged without saying where it is', async () => {
    const { log, lines } = memoryLog();
    const away = open('postgres://nobody:secret@127.0.0.1:1/none', log);
    expect(await away.spend(anonymous('192.0.2.8'), 60)).toMatchObject({ allowed: true, remaining: 40 });
    expect(await away.spend(anonymous('192.0.2.8'), 60)).toMatchObject({ allowed: false });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/127\.0\.0\.1|secret|192\.0/);
  });
});
