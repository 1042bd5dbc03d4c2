import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { counted } from '@mandate-graph/runtime';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { barredOn, barredOnDays } from './ledger.entry.ts';
import { type Level, type Person, person, type Round, round, sits, standing, whoSat } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const failed = (testDay: string) => ({ testDay, outcome: 'FAILED' as const });
const passed = (testDay: string) => ({ testDay, outcome: 'PASSED' as const });
const barredIn = ({ procedure }: Round, { candidate }: Person, day: string) =>
  selection.inProcedure(procedure, (work) => barredOn(work, candidate, day));
const untilIn = async (where: Round, who: Person, day: string) => (await barredIn(where, who, day))?.until ?? null;

describe('a failure in an earlier vacancy', () => {
  test.each<[Level, string | null]>([
    [2, '2026-05-03'],
    [3, '2026-05-03'],
    [1, null],
  ])('S2.S2: of level 2 bars in a vacancy of level %s until %s', async (level, until) => {
    const who = await whoSat(selection, 2, failed('2025-11-03'));
    const later = await round(selection, level, [who], '2025-12-01');
    expect(await untilIn(later, who, '2025-12-15')).toBe(until);
    expect(await standing(selection, later)).toEqual(['IN_PROGRESS assessment']);
  });

  test.each([
    ['2025-08-31', '2026-02-28', '2026-03-01'],
    ['2025-08-29', '2026-02-28', '2026-03-01'],
    ['2023-08-31', '2024-02-29', '2024-03-01'],
    ['2025-10-31', '2026-04-30', '2026-05-01'],
    // Days of 23 and 25 hours.
    ['2025-09-29', '2026-03-29', '2026-03-30'],
    ['2026-04-25', '2026-10-25', '2026-10-26'],
  ])('S2.S2: on %s bars from a session on %s, and no more from one on %s', async (testDay, last, free) => {
    const who = await whoSat(selection, 2, failed(testDay));
    const later = await round(selection, 2, [who], '2025-12-01');
    expect(await untilIn(later, who, last)).toBe(last);
    expect(await barredIn(later, who, free)).toBeNull();
  });

  test('S2.S2: bars nobody who is exempt', async () => {
    const who = await whoSat(selection, 2, passed('2025-05-05'), failed('2025-10-20'));
    const later = await round(selection, 2, [who], '2025-12-01');
    expect(await barredIn(later, who, '2025-12-15')).toBeNull();
    // One of a higher level is not exempted by it, and so is barred.
    const higher = await round(selection, 3, [who], '2025-12-01');
    expect(await untilIn(higher, who, '2025-12-15')).toBe('2026-04-20');
  });

  test('S2.S2: bars who was exempted only since the assessment had opened', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, await round(selection, 1, [who], '2025-10-24'), who, failed('2025-11-03'));
    await sits(selection, await round(selection, 2, [who], '2025-10-24'), who, passed('2025-11-04'));
    const barred = await barredIn(where, who, '2025-11-20');
    expect(barred?.until).toBe('2026-05-03');
    expect(barred?.explanation.en).toMatch(/^Barred: .* The assessment began on 24 October 2025/);
  });

  test('is no bar to the procedure in which it was failed: what it led to there, a person decides', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, where, who, failed('2025-11-03'));
    expect(await barredIn(where, who, '2025-11-20')).toBeNull();
  });
});

describe('many candidates', () => {
  test('are asked for in a number of statements that does not depend on theirs, each for their own days', async () => {
    const few = [await whoSat(selection, 2, failed('2025-11-03'))];
    const many = [...few, ...Array.from({ length: 30 }, person), await whoSat(selection, 2, failed('2025-08-31'))];
    const where = await round(selection, 2, many, '2025-12-01');
    const ask = async (persons: readonly Person[]) => {
      const statements = { statements: 0 };
      const days = ['2026-02-28', '2026-03-01'];
      const asked = persons.flatMap(({ candidate: candidateId }) => days.map((day) => ({ candidateId, day })));
      const barred = await selection.inProcedure(where.procedure, (work) =>
        counted(statements, () => barredOnDays(work, asked)),
      );
      return { ...statements, until: barred.map((one) => one?.until ?? null) };
    };
    const one = await ask(few);
    const all = await ask(many);
    expect(one.until).toEqual(['2026-05-03', '2026-05-03']);
    expect(all.until).toEqual([...one.until, ...Array(60).fill(null), '2026-02-28', null]);
    expect(all.statements).toBe(one.statements);
    expect(await ask([])).toEqual({ statements: 0, until: [] });
  });
});
