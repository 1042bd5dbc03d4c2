import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { counted } from '@mandate-graph/runtime';
import { send } from '../notification/notification.sending.ts';
import { candidateOf } from '../person/person.keys.ts';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { type NewAttempt, recordAttempts } from './ledger.entry.ts';
import { person, type Round, round, sits, standing } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const EXEMPT = 'IN_PROGRESS oral EXEMPT EXEMPT_AFTER_PASS';
const WAITS = 'IN_PROGRESS assessment';
const passed = (testDay: string) => ({ testDay, outcome: 'PASSED' as const });
const kept = ({ procedure }: Round) =>
  selection.query<{ version: number }>(
    `SELECT level, test_day::text, passed_day::text, outcome, rules->'exemption'->'value'->>'duration' AS duration, version,
       reason FROM assessment_attempt WHERE procedure_id = $1 ORDER BY test_day`,
    [procedure],
  );

describe('an attempt', () => {
  test('is kept with its level and the rules of its vacancy, and its correction is the next version', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-11-03');
    await sits(selection, where, who, { ...passed('2025-11-03'), total: '64.25' });
    const row = { level: 2, test_day: '2025-11-03', passed_day: '2025-11-03', outcome: 'PASSED', duration: 'P2Y' };
    expect(await kept(where)).toEqual([{ ...row, version: 1, reason: 'PASSED' }]);
    await sits(selection, where, who, { testDay: '2025-11-03', outcome: 'FAILED', total: '46.25' });
    expect(await kept(where)).toEqual([{ ...row, passed_day: null, outcome: 'FAILED', version: 2, reason: 'FAILED' }]);
    const history = await selection.query(
      `SELECT state->>'outcome' AS outcome FROM assessment_attempt_history past
       JOIN assessment_attempt attempt ON attempt.id = past.id WHERE procedure_id = $1`,
      [where.procedure],
    );
    expect(history).toEqual([{ outcome: 'PASSED' }]);
  });

  test('stands in the trail with what it was before, its score sealed', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-11-03');
    await sits(selection, where, who, { ...passed('2025-11-03'), total: '64.25' });
    await sits(selection, where, who, { testDay: '2025-11-03', outcome: 'FAILED', total: '46.25' });
    const entries = await selection.query<{ act: string; before: object; after: object; person: string; row: string }>(
      `SELECT act, before, after, person, to_jsonb(entry)::text AS row FROM trail_entry entry
       WHERE procedure_id = $1 AND act LIKE '%_ATTEMPT' ORDER BY seq`,
      [where.procedure],
    );
    const days = { testDay: '2025-11-03', passedDay: '2025-11-03' };
    expect(entries).toMatchObject([
      { act: 'RECORD_ATTEMPT', before: null, after: { ...days, level: 2, outcome: 'PASSED', version: 1 } },
      {
        ...{ act: 'CORRECT_ATTEMPT', before: { ...days, outcome: 'PASSED' } },
        after: { testDay: '2025-11-03', passedDay: null, level: 2, outcome: 'FAILED', version: 2 },
      },
    ]);
    expect(entries.map((entry) => entry.person)).toEqual(Array(2).fill(candidateOf(who.candidate)));
    expect(entries.map(({ row }) => row).join()).not.toMatch(/64\.25|46\.25/);
  });

  test('a correction takes an exemption away where it has not led to one yet', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-11-03');
    await sits(selection, where, who, passed('2025-11-03'));
    const before = await round(selection, 2, [who], '2025-11-10');
    selection.at('2025-11-12T10:00');
    await sits(selection, where, who, { testDay: '2025-11-03', outcome: 'FAILED' });
    const after = await round(selection, 2, [who], '2025-11-14');
    expect([await standing(selection, before), await standing(selection, after)]).toEqual([[EXEMPT], [WAITS]]);
  });

  test('of who was erased is kept without its score, and counts are right', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-11-03');
    await selection.erased(where.applicants[0]!);
    await sits(selection, where, who, passed('2025-11-03'));
    const rows = await selection.query('SELECT outcome, data FROM assessment_attempt WHERE procedure_id = $1', [
      where.procedure,
    ]);
    expect(rows).toEqual([{ outcome: 'PASSED', data: null }]);
  });

  test('and many are recorded in as many statements as one', async () => {
    const persons = Array.from({ length: 20 }, person);
    const where = await round(selection, 2, persons, '2025-11-03');
    const all = where.applicants.map(
      ({ application: applicationId, candidate: candidateId }): NewAttempt => ({
        ...{ applicationId, candidateId, ...passed('2025-11-03'), passedDay: '2025-11-03' },
        score: { total: '60', outOf: null },
      }),
    );
    const record = (attempts: readonly NewAttempt[]) =>
      selection.inProcedure(where.procedure, async (work) => {
        await work.keys.make(attempts.map(({ candidateId }) => candidateOf(candidateId)));
        const statements = { statements: 0 };
        await counted(statements, () => recordAttempts(work, attempts));
        return statements.statements;
      });
    expect([await record([]), await record(all.slice(0, 1)), await record(all)]).toEqual([0, 2, 2]);
    expect((await kept(where)).map(({ version }) => version).sort()).toEqual([...Array(19).fill(1), 2]);
  });
});

describe('an exemption that runs from the notification of the ranking, as before 2014', () => {
  test('has not begun before it, and holds from the day of it', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-10-24');
    await sits(selection, where, who, passed('2025-11-03'));
    await selection.query(
      `UPDATE assessment_attempt
       SET rules = jsonb_set(rules, '{exemption,value,startsFrom}', '"NOTIFICATION_OF_RANKING"') WHERE procedure_id = $1`,
      [where.procedure],
    );
    const opening = async (day: string) => standing(selection, await round(selection, 2, [who], day));
    expect(await opening('2025-12-09')).toEqual([WAITS]);
    selection.at('2025-12-10T10:00');
    const { application: id, candidate: candidateId } = where.applicants[0]!;
    const sending = { about: 'RESULT' as const, stepId: null, negative: false, remedyStated: true, byLetter: false };
    await selection.inProcedure(where.procedure, (work) =>
      send(work, [{ ...sending, candidacy: { id, candidateId } }]),
    );
    expect(await opening('2025-12-10')).toEqual([EXEMPT]);
    expect(await opening('2027-12-10')).toEqual([EXEMPT]);
    expect(await opening('2027-12-11')).toEqual([WAITS]);
  });
});
