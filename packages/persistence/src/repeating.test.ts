import { describe, expect, test } from '@jest/globals';
import { memoryLog } from '@mandate-graph/testkit';
import { type Repeated, Repeating } from './repeating.ts';

const HOUR = 3_600_000;

/** What is repeated, and a log of it. */
function repeating(run: Repeated['run'], own: Partial<Repeated> = {}) {
  const { log, lines } = memoryLog();
  return { rounds: new Repeating({ everyMs: 0, failed: 'it failed', run, log, ...own }), lines };
}
const turn = () => new Promise(setImmediate);

describe('what is repeated', () => {
  test('comes again and again, one round at a time, however often it is started', async () => {
    let [running, most, count] = [0, 0, 0];
    const { rounds } = repeating(async () => {
      most = Math.max(most, ++running);
      await turn();
      running -= 1;
      count += 1;
    });
    rounds.start();
    rounds.start();
    while (count < 3) await turn();
    await rounds.stop();
    expect({ most, running }).toEqual({ most: 1, running: 0 });
  });

  test('goes on after a round that failed, and tells of it', async () => {
    let count = 0;
    const { rounds, lines } = repeating(async () => {
      count += 1;
      if (count === 1) throw new Error('broken');
    });
    rounds.start();
    while (count < 2) await turn();
    await rounds.stop();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'it failed', err: { type: 'Error' } }]);
  });

  test('comes at once when it is nudged, also while a round runs', async () => {
    let count = 0;
    const { rounds } = repeating(
      async () => {
        count += 1;
        if (count === 1) rounds.nudge();
      },
      { everyMs: HOUR },
    );
    rounds.start();
    while (count < 2) await turn();
    await turn();
    rounds.nudge();
    while (count < 3) await turn();
    await rounds.stop();
  });

  test('stops once its round has ended, which is told to end', async () => {
    const told: string[] = [];
    const { rounds } = repeating(
      (signal) =>
        new Promise<void>((resolve) => {
          told.push('begun');
          signal.addEventListener('abort', () => {
            told.push('ended');
            resolve();
          });
        }),
    );
    rounds.start();
    while (told.length === 0) await turn();
    await rounds.stop();
    expect(told).toEqual(['begun', 'ended']);
  });

  test('never begins where it is stopped before its first round, or was not started', async () => {
    const run = () => Promise.reject(new Error('a round'));
    for (const start of [true, false]) {
      const { rounds, lines } = repeating(run, { firstMs: HOUR });
      if (start) rounds.start();
      await rounds.stop();
      expect(lines).toEqual([]);
    }
  });
});
