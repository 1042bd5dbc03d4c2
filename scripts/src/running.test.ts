import { describe, expect, test } from '@jest/globals';
import { Running } from './running.ts';

const never = () => new Promise<void>(() => {});
const QUICK = { gateway: 20, readers: 30, institutions: 40, clock: 50, database: 60 };

describe('what runs', () => {
  test('is stopped from the entrance inwards, whatever the order it was started in', async () => {
    const running = new Running();
    const stopped: string[] = [];
    for (const stage of ['database', 'readers', 'institutions', 'gateway', 'clock'] as const) {
      running.add(stage, async () => void stopped.push(stage));
    }
    expect(await running.stop()).toEqual([]);
    expect(stopped).toEqual(['gateway', 'readers', 'institutions', 'clock', 'database']);
  });

  test('is stopped once, however often that is asked', async () => {
    const running = new Running();
    let times = 0;
    running.add('database', async () => void times++);
    await Promise.all([running.stop(), running.stop()]);
    await running.stop();
    expect(times).toBe(1);
  });

  test('does not keep the database from being stopped by hanging or by failing', async () => {
    const running = new Running(QUICK);
    let database = 'up';
    running.add('gateway', never);
    running.add('readers', () => Promise.reject(new Error('no')));
    running.add('readers', async () => {});
    running.add('database', async () => {
      database = 'down';
    });
    expect(await running.stop()).toEqual([
      'The gateway did not stop in time.',
      'The readers did not stop as it should: no',
    ]);
    expect(database).toBe('down');
  });
});
