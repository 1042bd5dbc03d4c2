import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import {
  type Assessing,
  assessing,
  attend,
  cancel,
  planned,
  register,
  SESSION,
  sessionRow,
} from './testing/sessions.ts';

const MANY = 50;
let selection: TestSelection;
let round: Assessing;
beforeAll(async () => {
  selection = await openSelection();
  round = await assessing(selection, MANY);
});
afterAll(() => selection.close());

type Answer = Awaited<ReturnType<typeof register>>;
const atOnce = (ask: (at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: MANY }, (_, at) => ask(at)));
const recorded = (answers: readonly Answer[]) => answers.filter(({ id }) => id !== undefined);
const refusals = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ problems = [] }) => problems.map(({ code }: { code: string }) => code));
const rest = (code: string): string[] => Array(MANY - 1).fill(code);

describe(`${MANY} at the same time`, () => {
  test('S2.T: the last seat goes once, to one of as many candidates', async () => {
    const session = await planned(selection, round, { capacity: 1 });
    const answers = await atOnce((at) => register(selection, round.applicants[at]!, session));
    expect(recorded(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(rest('NO_SEAT_LEFT'));
    expect((await sessionRow(selection, session)).taken).toBe(1);
    const winner = answers.findIndex(({ id }) => id !== undefined);

    // And once again when it is given up, to one of the others.
    const given = await atOnce(() => cancel(selection, round.applicants[winner]!));
    expect(recorded(given)).toHaveLength(1);
    expect(refusals(given)).toEqual(rest('NO_SEAT'));
    expect(recorded(await atOnce((at) => register(selection, round.applicants[at]!, session)))).toHaveLength(1);
    const booked = await selection.query(`SELECT FROM session_booking WHERE session_id = $1 AND status = 'BOOKED'`, [
      session,
    ]);
    expect(booked).toHaveLength(1);
    expect((await sessionRow(selection, session)).taken).toBe(1);
  });

  test('S2.T: one candidate has one seat, of however many sessions', async () => {
    const own = await assessing(selection, 1);
    const sessions = [await planned(selection, own), await planned(selection, own)];
    const answers = await atOnce((at) => register(selection, own.applicants[0]!, sessions[at % 2]!));
    expect(recorded(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(rest('HAS_A_SEAT'));
    const taken = await Promise.all(sessions.map(async (session) => (await sessionRow(selection, session)).taken));
    expect(taken[0]! + taken[1]!).toBe(1);
  });

  test('with one key have one effect and one answer', async () => {
    const own = await assessing(selection, 1);
    const session = await planned(selection, own);
    const [{ application, subject }] = own.applicants as [Assessing['applicants'][0]];
    const input = { application, session, idempotencyKey: randomUUID() };
    const answers = await atOnce(() => selection.write(candidateActor(subject), 'registerForSession', input));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect((await sessionRow(selection, session)).taken).toBe(1);
    const plan = { procedure: own.procedure, ...SESSION, idempotencyKey: randomUUID() };
    const plans = await atOnce(() => selection.write(recruiter(), 'planSession', plan));
    expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
  });

  test('the seats of a session are filled, and no more', async () => {
    const session = await planned(selection, round, { capacity: 20 });
    const answers = await atOnce((at) => register(selection, round.applicants[at]!, session));
    // One of them has the seat of the first session.
    expect(recorded(answers)).toHaveLength(20);
    expect((await sessionRow(selection, session)).taken).toBe(20);
  });

  test('attendance of one candidate is recorded once', async () => {
    const own = await assessing(selection, 1);
    const session = await planned(selection, own);
    await register(selection, own.applicants[0]!, session);
    selection.at('2025-11-20T09:00');
    const answers = await atOnce(() => attend(selection, session, own.applicants[0]!));
    expect(recorded(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(rest('ALREADY_RECORDED'));
  });
});

describe('the database', () => {
  test('holds the limits as well', async () => {
    selection.at('2025-10-24T10:00');
    const own = await assessing(selection, 1);
    const session = await planned(selection, own, { capacity: 1 });
    await register(selection, own.applicants[0]!, session);
    const [seat] = await selection.query<object>('SELECT * FROM session_booking WHERE session_id = $1', [session]);
    await expect(selection.query('UPDATE test_session SET taken = 2 WHERE id = $1', [session])).rejects.toThrow(
      'test_session_seats',
    );
    await expect(
      selection.query('INSERT INTO session_booking SELECT (jsonb_populate_record(NULL::session_booking, $1)).*', [
        JSON.stringify({ ...seat, id: randomUUID() }),
      ]),
    ).rejects.toThrow('session_booking_once');
  });
});
