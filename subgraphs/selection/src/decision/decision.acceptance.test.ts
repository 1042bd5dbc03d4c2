import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import { waitingIn } from '../task/testing/tasks.ts';
import { authority, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { acceptanceProblems } from './decision.answer.rules.ts';
import { answer, codesOf, decide, judged, recordNoAnswer, START, statuses, submitted } from './testing/deciding.ts';

const CONDITIONS = { key: 'n', operator: 'ALL_OF', label: ours('n', 'n', 'n'), rules: [], notes: [] } as const;
const SOMEBODY = { __typename: 'SelectionRecorded' };
let selection: TestSelection;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** Somebody was chosen, on conditions that were found met so. */
async function chosen(outcome: string | null, own: object = {}) {
  const appointmentConditions = outcome === null ? null : CONDITIONS;
  const state = brusselsVacancy({ appointmentConditions, ...own });
  const on = await submitted(selection, `gew:vacancy:acceptance${made++}`, state, [1]);
  const [first] = on.applicants;
  if (outcome !== null) await judged(selection, first!, { outcome });
  expect(await decide(selection, on, on.applications[0]!)).toMatchObject(SOMEBODY);
  return { ...on, first: first!, accept: () => answer(selection, first!, 'acceptAppointment') };
}
const mandate = async (procedure: string) =>
  (
    await selection.query<object>(
      `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn", terms->>'decidedFor' AS "decidedFor" FROM mandate
       WHERE procedure_id = $1`,
      [procedure],
    )
  )[0];

describe('conditions for being appointed that are met under reservation', () => {
  test('S2.N: do for the decision, and for the appointment only once the reservation is lifted', async () => {
    const { first, accept, ...on } = await chosen('CONDITIONAL');
    expect(codesOf(await accept())).toEqual(['application CONDITIONS_UNDER_RESERVATION']);
    expect(await statuses(selection, on)).toEqual(['DECIDED', 'SELECTED']);
    await judged(selection, first, { outcome: 'ELIGIBLE' });
    expect(await accept()).toMatchObject(SOMEBODY);
    expect(await statuses(selection, on)).toEqual(['COMPLETED APPOINTED', 'APPOINTED']);
  });

  test('let nobody be recorded as silent who cannot accept yet', async () => {
    const { first, ...on } = await chosen('CONDITIONAL');
    selection.at('2026-12-01T10:00');
    expect(codesOf(await recordNoAnswer(selection, on))).toEqual(['procedure CONDITIONS_UNDER_RESERVATION']);
    expect(await waitingIn(selection, authority('gew'), on.procedure)).toEqual([]);
    await judged(selection, first, { outcome: 'ELIGIBLE' });
    expect(await waitingIn(selection, authority('gew'), on.procedure)).toEqual(['RECORD_NO_ANSWER']);
    expect(await recordNoAnswer(selection, on)).toMatchObject(SOMEBODY);
  });

  test('are enough where the regime says so, or there are none to meet', () => {
    const eligibility = { outcome: 'CONDITIONAL', judgedOn: START, onFile: true };
    const codes = (reservationAtAppointment: 'TO_BE_LIFTED' | 'ENOUGH', appointmentConditions: object | null) => {
      const template = brusselsVacancy({ appointmentConditions: appointmentConditions as never });
      return acceptanceProblems(START, START, { template, eligibility, reservationAtAppointment }).map(
        ({ code }) => code,
      );
    };
    expect(codes('TO_BE_LIFTED', CONDITIONS)).toEqual(['CONDITIONS_UNDER_RESERVATION']);
    expect(codes('ENOUGH', CONDITIONS)).toEqual([]);
    expect(codes('TO_BE_LIFTED', null)).toEqual([]);
  });
});

describe('an appointment that is accepted after the day that was decided', () => {
  test('begins on the day of acceptance, in Brussels, and lasts as long', async () => {
    const [onTheDay, after] = [await chosen(null), await chosen(null)];
    selection.at('2026-02-01T23:59');
    await onTheDay.accept();
    expect(await mandate(onTheDay.procedure)).toEqual({ startsOn: START, endsOn: '2031-01-31', decidedFor: null });
    selection.at('2026-02-02T00:00');
    await after.accept();
    expect(await mandate(after.procedure)).toEqual({
      ...{ startsOn: '2026-02-02', endsOn: '2031-02-01', decidedFor: START },
    });
    const [event] = await selection.query<{ data: object }>(
      `SELECT data FROM outbox WHERE type = 'mandate-graph.mandate.recorded.v1' AND data->>'procedure' = $1`,
      [after.procedure],
    );
    expect(event!.data).toMatchObject({ startsOn: '2026-02-02', endsOn: '2031-02-01' });
  });

  test.each([
    [START, []],
    ['2026-02-10', []],
    ['2026-03-01', []],
    ['2026-01-31', ['appointmentOn JUDGED_FOR_ANOTHER_DAY']],
    ['2026-03-02', ['appointmentOn JUDGED_FOR_ANOTHER_DAY']],
  ])('S2.N: needs conditions that were judged for a day between the two, and so for %s', async (judgedOn, expected) => {
    const { first, accept } = await chosen('ELIGIBLE');
    selection.at('2026-03-01T10:00');
    await judged(selection, first, { judgedOn });
    const answered = await accept();
    expect(answered.problems === undefined ? [] : codesOf(answered)).toEqual(expected);
  });

  test('is refused once the last day that is fixed for it is over', async () => {
    const mandateTerms = { kind: null, interim: true, duration: null, startsOn: null, endsOn: '2026-06-30' };
    const { accept, ...on } = await chosen(null, { mandate: mandateTerms });
    selection.at('2026-07-01T00:00');
    expect(codesOf(await accept())).toEqual(['application AFTER_THE_END']);
    selection.at('2026-06-30T23:59');
    expect(await accept()).toMatchObject(SOMEBODY);
    expect(await mandate(on.procedure)).toMatchObject({ startsOn: '2026-06-30', endsOn: '2026-06-30' });
  });
});
