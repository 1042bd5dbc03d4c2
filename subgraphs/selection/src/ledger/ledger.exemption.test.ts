import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { type Level, person, round, settled, sits, standing, startedRound, told, whoSat } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const EXEMPT = 'IN_PROGRESS oral EXEMPT EXEMPT_AFTER_PASS';
const WAITS = 'IN_PROGRESS assessment';
const passed = (testDay: string) => ({ testDay, outcome: 'PASSED' as const });
const failed = (testDay: string) => ({ testDay, outcome: 'FAILED' as const });

describe('a pass in an earlier vacancy', () => {
  test.each<[Level, string]>([
    [2, EXEMPT],
    [1, EXEMPT],
    [3, WAITS],
  ])('S2.S2: of level 2 brings a candidate, in a vacancy of level %s, to %s', async (level, expected) => {
    const who = await whoSat(selection, 2, passed('2025-11-03'));
    expect(await standing(selection, await round(selection, level, [who, person()], '2025-12-01'))).toEqual([
      expected,
      WAITS,
    ]);
  });

  test.each([
    ['2023-11-03', '2025-11-03', EXEMPT],
    ['2023-11-03', '2025-11-04', WAITS],
    ['2024-02-29', '2026-02-28', EXEMPT],
    ['2024-02-29', '2026-03-01', WAITS],
    // Days of 25 and 23 hours.
    ['2023-10-26', '2025-10-26', EXEMPT],
    ['2024-03-29', '2026-03-29', EXEMPT],
    ['2024-03-29', '2026-03-30', WAITS],
  ])('S2.S2: on %s, and an assessment that opens on %s: %s', async (testDay, opens, expected) => {
    const who = await whoSat(selection, 2, passed(testDay));
    expect(await standing(selection, await round(selection, 2, [who], opens))).toEqual([expected]);
  });

  test('is told with its last day, and stands in the trail as the act of a rule', async () => {
    const who = await whoSat(selection, 2, passed('2025-11-03'));
    const later = await round(selection, 2, [who], '2025-12-01');
    expect(await told(selection, later)).toEqual([{ code: 'STEP_EXEMPTED', done: false, until: '2027-11-03' }]);
    const [entry] = await selection.query(
      `SELECT actor, after->>'result' AS result, after->>'until' AS until FROM trail_entry
       WHERE procedure_id = $1 AND act = 'EXEMPT'`,
      [later.procedure],
    );
    expect(entry).toEqual({ actor: 'rule:exemption', result: 'EXEMPT', until: '2027-11-03' });
  });

  test('S2.S2: wins over a failure, which bars from what the candidate need not sit', async () => {
    const who = await whoSat(selection, 2, passed('2025-05-05'), failed('2025-10-20'));
    expect(await standing(selection, await round(selection, 2, [who], '2025-12-01'))).toEqual([EXEMPT]);
  });

  test('counts nowhere where its level is not known, nor where that of the function is not', async () => {
    const who = person();
    const unknown = await startedRound(selection, [3, 4], [who], '2025-10-24');
    await selection.decided(unknown.applicants[0]!, 'ELIGIBLE');
    await sits(selection, unknown, who, passed('2025-11-03'));
    expect(await standing(selection, await round(selection, 1, [who], '2025-12-01'))).toEqual([WAITS]);
    const known = await whoSat(selection, 3, passed('2025-11-03'));
    const other = await startedRound(selection, [3, 4], [known], '2025-12-01');
    await selection.decided(other.applicants[0]!, 'ELIGIBLE');
    expect(await standing(selection, other)).toEqual([WAITS]);
  });

  test('counts under its own legal regime, since the levels of another one are others', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, first, who, passed('2025-11-03'));
    await selection.query("UPDATE selection_procedure SET legal_regime = 'ANOTHER' WHERE id = $1", [first.procedure]);
    expect(await standing(selection, await round(selection, 2, [who], '2025-12-01'))).toEqual([WAITS]);
  });
});

describe('a pass while the candidate waits in another assessment', () => {
  test('exempts where it was passed by the day on which that one opened, once it is known', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const other = await round(selection, 2, [who, person()], '2025-11-05');
    expect(await standing(selection, other)).toEqual([WAITS, WAITS]);
    selection.at('2025-11-20T10:00');
    await sits(selection, first, who, passed('2025-11-05'));
    await settled(selection, other);
    expect(await standing(selection, other)).toEqual([EXEMPT, WAITS]);
    expect(await told(selection, { ...other, applicants: other.applicants.slice(0, 1) })).toEqual([
      { code: 'BOOK_SESSION', done: false, until: null },
      { code: 'BOOK_SESSION', done: true, until: null },
      { code: 'STEP_EXEMPTED', done: false, until: '2027-11-05' },
    ]);
    await settled(selection, other);
    expect(await told(selection, other)).toHaveLength(4);
  });

  test('exempts no more where it was passed later: the day of the opening counts', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const other = await round(selection, 2, [who], '2025-11-05');
    selection.at('2025-11-20T10:00');
    await sits(selection, first, who, passed('2025-11-06'));
    await settled(selection, other);
    expect(await standing(selection, other)).toEqual([WAITS]);
  });

  test('exempts whichever of the two procedures is written first, when both are at once', async () => {
    for (let time = 0; time < 8; time++) {
      const who = person();
      const first = await round(selection, 2, [who], '2025-10-24');
      const other = await startedRound(selection, [4, 5], [who], '2025-11-05');
      await Promise.all([
        sits(selection, first, who, passed('2025-11-03')),
        selection.decided(other.applicants[0]!, 'ELIGIBLE'),
      ]);
      await settled(selection, other);
      expect(await standing(selection, other)).toEqual([EXEMPT]);
    }
  });
});
