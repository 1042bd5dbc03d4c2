import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSubgraph } from '@mandate-graph/runtime';
import { memoryLog, silentLog, testPlatform } from '@mandate-graph/testkit';
import { createSelection } from '../module.ts';
import { assessing, callOff, local, planned, standing } from '../session/testing/sessions.ts';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { DUE, SettlingJob } from './settling.job.ts';

const IN = 'IN_PROGRESS assessment';
const OUT = 'EXCLUDED assessment NOT_REGISTERED NOT_REGISTERED';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());
// Nothing is left over for the next test.
beforeEach(() => selection.query('UPDATE test_session SET settled_at = now()'));

const jobOf = (log = silentLog, everyMs = 3_600_000) =>
  new SettlingJob({ ...selection.installation, clock: selection.clock, log, everyMs });
const run = (log = silentLog) => jobOf(log).run(selection.clock.now(), new AbortController().signal);

/** A procedure with a candidate in the assessment and a session. */
async function opened() {
  const round = await assessing(selection, 1);
  return { ...round, session: await planned(selection, round) };
}

describe('the job of the clock', () => {
  test('S2.T: settles a procedure once registration for a session is over, and requests in time were answered', async () => {
    const { applicants } = await opened();
    selection.at('2025-11-15T00:00:29.999');
    expect(await run()).toBe(0);
    selection.at('2025-11-15T00:00:30');
    expect(await run()).toBe(1);
    expect(await standing(selection, applicants)).toEqual([OUT]);
    expect(await run()).toBe(0);
  });

  test('settles it again for the next session, and not for one that was called off', async () => {
    const { session, ...round } = await opened();
    await callOff(selection, session, 1);
    selection.at('2025-11-15T00:01');
    expect(await run()).toBe(0);
    expect(await standing(selection, round.applicants)).toEqual([IN]);
    const later = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    await planned(selection, round, later);
    selection.at('2025-12-15T00:01');
    expect(await run()).toBe(1);
    expect(await standing(selection, round.applicants)).toEqual([OUT]);
  });

  test('goes on after a procedure that it fails for, tells of it without anything personal, and tries again', async () => {
    const [broken, whole] = [await opened(), await opened()];
    // Nothing opens under this key, so nothing can be sealed under it either.
    const spoil = 'UPDATE person_key SET wrapped = set_byte(wrapped, 0, 255 - get_byte(wrapped, 0)) WHERE person = $1';
    const person = `candidate:${broken.applicants[0]!.candidate}`;
    await selection.inProcedure(broken.procedure, (work) => work.keys.make([person]));
    await selection.query(spoil, [person]);
    selection.at('2025-11-15T00:01');
    const { log, lines } = memoryLog();
    expect(await run(log)).toBe(1);
    expect(await standing(selection, [broken.applicants[0]!, whole.applicants[0]!])).toEqual([IN, OUT]);
    expect(lines.map((line) => JSON.parse(line)).map(({ procedure, msg }) => [procedure, msg])).toEqual([
      [broken.procedure, 'a procedure could not be settled; it is tried again'],
    ]);
    expect(lines.join('')).not.toContain(broken.applicants[0]!.subject);
    await selection.query(spoil, [person]);
    expect(await run()).toBe(1);
    expect(await standing(selection, broken.applicants)).toEqual([OUT]);
  });

  test('does everything once when several run at once', async () => {
    const { applicants } = await opened();
    selection.at('2025-11-15T00:01');
    await Promise.all(Array.from({ length: 10 }, () => run()));
    const sent = await selection.query('SELECT FROM notification WHERE candidacy_id = $1', [
      applicants[0]!.application,
    ]);
    expect(sent).toHaveLength(1);
    expect(await standing(selection, applicants)).toEqual([OUT]);
  });

  test('ends where it is told to', async () => {
    const { applicants } = await opened();
    selection.at('2025-11-15T00:01');
    expect(await jobOf().run(selection.clock.now(), AbortSignal.abort())).toBe(0);
    expect(await standing(selection, applicants)).toEqual([IN]);
  });

  test('runs when it is started and whenever it is nudged, by the clock as it is then', async () => {
    const { applicants } = await opened();
    const { rounds } = jobOf();
    rounds.start();
    selection.at('2025-11-15T00:01');
    while ((await standing(selection, applicants))[0] === IN) rounds.nudge();
    await rounds.stop();
    expect(await standing(selection, applicants)).toEqual([OUT]);
  });

  test('runs in the subgraph', async () => {
    const { applicants } = await opened();
    const { url } = selection.source.options as { url: string };
    const platform = testPlatform({ databaseUrl: url, clock: selection.clock });
    const place = { host: '127.0.0.1', port: 0, variable: 'none' };
    selection.at('2025-11-15T00:01');
    const subgraph = await startSubgraph(createSelection([]), platform, place);
    while ((await standing(selection, applicants))[0] === IN) await new Promise(setImmediate);
    await subgraph.close();
    expect(await standing(selection, applicants)).toEqual([OUT]);
  });

  test('looks up what is due by what is new alone, however many sessions there are', async () => {
    const plan = await selection.source.transaction(async (manager) => {
      // As with many rows: of few, reading them all is the cheapest.
      await manager.query('SET LOCAL enable_seqscan = off');
      const lines: Record<string, string>[] = await manager.query(`EXPLAIN (COSTS off) ${DUE}`, [
        selection.clock.now().toString(),
      ]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('test_session_to_settle');
  });
});
