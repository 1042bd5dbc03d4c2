import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { announcedStep } from '@mandate-graph/testkit';
import { authority, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { answer, codesOf, decide, recordNoAnswer, type Submitted, statuses, submitted } from './testing/deciding.ts';

let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const before = (places: readonly (number | null)[], state = brusselsVacancy()) =>
  submitted(selection, `gew:vacancy:v${made++}`, state, places);

describe('of fifty at once', () => {
  test('one decision is taken, and the others are refused', async () => {
    const on = await before([1, 2]);
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, at) => decide(selection, on, on.applications[0]!, { idempotencyKey: `d-${at}` })),
    );
    expect(all.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    const refused = all.filter(({ __typename }) => __typename === 'Refused');
    expect(refused).toHaveLength(49);
    for (const one of refused) expect(codesOf(one)).toContain('procedure NOT_FROM_THIS_STATUS');
    expect(
      await selection.query('SELECT FROM appointment_decision WHERE procedure_id = $1', [on.procedure]),
    ).toHaveLength(1);
  });

  test('with the same key there is one effect, and one answer', async () => {
    const on = await before([1]);
    const own = { idempotencyKey: randomUUID(), others: [] };
    const [{ version } = { version: 0 }] = await selection.query<{ version: number }>(
      'SELECT version FROM selection_procedure WHERE id = $1',
      [on.procedure],
    );
    const all = await Promise.all(
      Array.from({ length: 50 }, () => decide(selection, on, on.applications[0]!, { ...own, version })),
    );
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(all[0]).toMatchObject({ __typename: 'SelectionRecorded' });
  });
});

describe('of fifty at once, once the last day for an answer is over,', () => {
  test.each([
    ['recording that none came', false],
    ['recording that, and accepting', true],
  ])('one counts, and the others are refused: %s', async (_what, accepting) => {
    const on = await before([1, 2]);
    await decide(selection, on, on.applications[0]!);
    selection.at('2026-01-01T00:00');
    const one = (at: number) =>
      accepting && at % 2 === 0
        ? answer(selection, on.applicants[0]!, 'acceptAppointment')
        : recordNoAnswer(selection, on);
    const all = await Promise.all(Array.from({ length: 50 }, (_, at) => one(at)));
    expect(all.filter(({ __typename }) => __typename === 'Refused')).toHaveLength(49);
    const first = all.findIndex(({ __typename }) => __typename === 'SelectionRecorded');
    expect(await statuses(selection, on)).toEqual(
      accepting && first % 2 === 0
        ? ['COMPLETED APPOINTED', 'APPOINTED', 'NOT_APPOINTED']
        : ['RESULT_SUBMITTED', 'DECLINED', 'SUITABLE'],
    );
    const rows = await selection.query("SELECT FROM trail_entry WHERE procedure_id = $1 AND act = 'NO_ANSWER'", [
      on.procedure,
    ]);
    expect(rows).toHaveLength(accepting && first % 2 === 0 ? 0 : 2);
  });
});

describe('the steps after the result', () => {
  const withDecision = () =>
    brusselsVacancy({
      announcedSteps: [...brusselsVacancy().announcedSteps, announcedStep('end', 4, { kind: 'DECISION' })],
    });
  const shown = async ({ procedure, institution }: Submitted, key: string) => {
    const query = 'query ($id: ID!) { selectionProcedure(id: $id) { steps { key status } } }';
    const { data } = await selection.ask(authority(institution), query, { id: procedure });
    return data.selectionProcedure.steps.find((one: { key: string }) => one.key === key).status;
  };

  test('end with a decision once that has taken effect', async () => {
    const on = await before([1, 2], withDecision());
    await decide(selection, on, on.applications[0]!);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    expect(await shown(on, 'end')).toBe('PENDING');
    await decide(selection, on, on.applications[1]!);
    expect(await shown(on, 'end')).toBe('PENDING');
    await answer(selection, on.applicants[1]!, 'acceptAppointment');
    expect(await shown(on, 'end')).toBe('CONCLUDED');
    const nobody = await before([1], withDecision());
    await decide(selection, nobody, null);
    expect(await shown(nobody, 'end')).toBe('CONCLUDED');
  });

  test('have no interview where nobody was left to be interviewed', async () => {
    const on = await before([1], federalVacancy());
    await selection.applied(on.applicants[0]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'WITHDRAWN']);
    expect(await decide(selection, on, null)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await shown(on, 'interview')).toBe('NOT_HELD');
  });
});
