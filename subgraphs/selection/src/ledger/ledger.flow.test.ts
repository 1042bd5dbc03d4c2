import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seen } from '../scoring/testing/judging.ts';
import { attend, local, outcomeOf, planned, register } from '../session/testing/sessions.ts';
import { candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { type Person, person, type Round, round, standing } from './testing/rounds.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** A session of a round, for which one can register until the day before. */
const session = (where: Round, day: string) =>
  planned(selection, where, { startsAt: local(`${day}T09:00`), registrationUntil: local(`${day}T00:00`) });

/** Somebody has a seat in the assessment of a round on a day. */
async function seat(where: Round, day: string): Promise<string> {
  const on = await session(where, day);
  expect(await register(selection, where.applicants[0]!, on)).toMatchObject({ __typename: 'SelectionRecorded' });
  return on;
}

/** Somebody was there, and has a result. */
async function result({ applicants: [applicant] }: Round, on: string, day: string, total: string) {
  selection.at(`${day}T12:00`);
  await attend(selection, on, applicant!);
  const passed = Number(total) >= 60;
  return selection.write(recruiter(), 'recordAssessment', {
    ...{ application: applicant!.application, scores: [total, total, total], total, passed },
    ...(!passed && { reasons: 'Het totaal ligt onder de drempel van de vacature.' }),
  });
}

const sitting = async (where: Round, day: string, total: string) => result(where, await seat(where, day), day, total);

/** What the assessment came to is sent to whoever failed it. */
const sent = ({ procedure, steps }: Round) =>
  selection.write(recruiter(), 'sendOutcomes', {
    ...{ procedure, about: 'STEP', step: steps.get('assessment'), remedyStated: true, byLetter: false },
  });

const booking = async (where: Round, who: Person, day: string) => {
  const applicant = where.applicants.find(({ candidate }) => candidate === who.candidate)!;
  return outcomeOf(await register(selection, applicant, await session(where, day)));
};

describe('an assessment that was sat in one vacancy', () => {
  test('S2.S2: passed with the mark itself, exempts in the next of the same level, and is in the own ledger', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    expect(await sitting(first, '2025-11-20', '60')).toMatchObject({ __typename: 'SelectionRecorded' });
    const next = await round(selection, 2, [who], '2025-12-01');
    expect(await standing(selection, next)).toEqual(['IN_PROGRESS oral EXEMPT EXEMPT_AFTER_PASS']);
    const { data } = await selection.ask(
      candidateActor(who.subject),
      '{ assessmentLedger { edges { node { outcome testDay score window { lastDay } } } } }',
    );
    expect(data.assessmentLedger.edges).toEqual([
      { node: { outcome: 'PASSED', testDay: '2025-11-20', score: '60', window: { lastDay: '2027-11-20' } } },
    ]);
  });

  test('S2.S2: failed, keeps from a session of the same or a higher level until it is over, not from a lower one', async () => {
    const who = person();
    const rounds = [await round(selection, 1, [who], '2025-10-24'), await round(selection, 2, [who], '2025-10-24')];
    const [lower, first] = rounds as [Round, Round];
    const [same, higher] = [
      await round(selection, 2, [who], '2025-10-24'),
      await round(selection, 3, [who], '2025-10-24'),
    ];
    await sitting(first, '2025-11-20', '59.99');
    await sent(first);
    expect(await booking(same, who, '2026-05-20')).toEqual(['session BARRED']);
    expect(await booking(higher, who, '2026-05-20')).toEqual(['session BARRED']);
    expect(await booking(same, who, '2026-05-21')).toBe(1);
    expect(await booking(lower, who, '2025-12-01')).toBe(1);
  });

  test('S2.S2: passed by the day on which another one opened, gives up the seat that was taken there', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const on = await seat(first, '2025-11-20');
    const other = await round(selection, 2, [who], '2025-11-20');
    expect(await booking(other, who, '2025-12-10')).toBe(1);
    await result(first, on, '2025-11-20', '75');
    // Somebody does something in the other procedure.
    await session(other, '2025-12-15');
    expect(await standing(selection, other)).toEqual(['IN_PROGRESS oral EXEMPT EXEMPT_AFTER_PASS']);
    const seats = await selection.query('SELECT status FROM session_booking WHERE candidacy_id = $1', [
      other.applicants[0]!.application,
    ]);
    expect(seats).toEqual([{ status: 'RELEASED' }]);
  });

  test('S2.S2: of which the result is corrected, leads to what it has come to', async () => {
    const who = person();
    const first = await round(selection, 2, [who], '2025-10-24');
    const { version } = await sitting(first, '2025-11-20', '59');
    const { application } = first.applicants[0]!;
    const other = await round(selection, 2, [who], '2025-12-01');
    const reasons = 'Een van de drie tests was verkeerd overgenomen.';
    const corrected = { application, version, scores: ['61', '61', '61'], total: '61', passed: true, reasons };
    expect(await selection.write(recruiter(), 'correctAssessment', corrected)).toMatchObject({ version: version + 1 });
    await session(other, '2025-12-15');
    expect(await standing(selection, other)).toEqual(['IN_PROGRESS oral EXEMPT EXEMPT_AFTER_PASS']);
    const { answers } = await seen(selection, recruiter(), [application], ({ ledger }, one) => ledger.attemptsOf(one));
    expect(answers).toMatchObject([[{ outcome: 'PASSED', score: '61', version: 2 }]]);
  });
});
