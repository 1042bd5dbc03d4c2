import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { DemonstrationClock } from './demonstration-clock.ts';

const START = Temporal.Instant.from('2025-09-01T07:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const secondsAfter = (clock: DemonstrationClock, instant: Temporal.Instant) =>
  instant.until(clock.now()).total('second');

test('a demonstration clock starts where it is told, ticks, and is the same for all who share the database', async () => {
  const first = await DemonstrationClock.open(database.url, START, silentLog);
  const second = await DemonstrationClock.open(database.url, null, silentLog);
  expect(secondsAfter(first, START)).toBeGreaterThanOrEqual(0);
  expect(secondsAfter(first, START)).toBeLessThan(60);
  expect(Math.abs(first.now().until(second.now()).total('second'))).toBeLessThan(5);

  const later = START.add({ hours: 24 * 30 });
  await first.set(later);
  await until(() => secondsAfter(second, later) >= 0);
  await second.reset();
  await until(() => Math.abs(first.now().until(Temporal.Now.instant()).total('second')) < 5);
  await Promise.all([first.close(), second.close()]);
});

test('whoever sets it can wait until the others have heard of it', async () => {
  const others = await Promise.all([1, 2, 3].map(() => DemonstrationClock.open(database.url, START, silentLog)));
  const clock = await DemonstrationClock.open(database.url, null, silentLog);
  await clock.heard();
  for (let days = 1; days <= 20; days++) {
    const later = START.add({ hours: 24 * days });
    await clock.set(later);
    await clock.heard();
    // What the database has sent is read before a turn of the event loop is over.
    await new Promise(setImmediate);
    expect(others.map((other) => secondsAfter(other, later) >= 0)).toEqual([true, true, true]);
  }
  await Promise.all([clock, ...others].map((one) => one.close()));
});

test('it comes back to the shared time after its connection was cut', async () => {
  const clock = await DemonstrationClock.open(database.url, START, silentLog);
  const other = await DemonstrationClock.open(database.url, null, silentLog);
  await database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mandate-graph clock' AND pid <> pg_backend_pid()",
  );
  const later = START.add({ hours: 48 });
  await until(() =>
    other.set(later).then(
      () => true,
      () => false,
    ),
  );
  await until(() => secondsAfter(clock, later) >= 0);
  await Promise.all([clock.close(), other.close()]);
});

/** Turns of the event loop until something holds; the test's own timeout bounds it. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
