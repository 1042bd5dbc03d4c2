import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { answer, decide, recordNoAnswer, type Submitted, statuses, submitted } from './testing/deciding.ts';

const WHY = 'The other titles are of another field.';
const CANDIDATES = 3;
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** What can be done, by whoever may; `at` is a candidate. */
type Step =
  | { readonly act: 'DECIDE' | 'ACCEPT' | 'DECLINE' | 'WITHDRAW'; readonly at: number }
  | { readonly act: 'NOBODY' }
  | { readonly act: 'NO_ANSWER' };

const steps = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        act: fc.constantFrom('DECIDE', 'ACCEPT', 'DECLINE', 'WITHDRAW'),
        at: fc.nat(CANDIDATES - 1),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ act: 'NOBODY' }) },
    { weight: 2, arbitrary: fc.constant({ act: 'NO_ANSWER' }) },
  ) as fc.Arbitrary<Step>,
  { minLength: 4, maxLength: 12 },
);

/** Whether anything came of it. */
async function done(on: Submitted, step: Step): Promise<boolean> {
  if (step.act === 'NOBODY') return (await decide(selection, on, null)).__typename === 'SelectionRecorded';
  if (step.act === 'NO_ANSWER') {
    // After the last day of a decision that was taken before: of one that is taken from then on, it is not over.
    selection.at('2026-01-05T10:00');
    return (await recordNoAnswer(selection, on)).__typename === 'SelectionRecorded';
  }
  const applicant = on.applicants[step.at]!;
  if (step.act === 'WITHDRAW') {
    await selection.applied(applicant, 'WITHDRAWN', 'WITHDRAW');
    return true;
  }
  if (step.act !== 'DECIDE') {
    const mutation = step.act === 'ACCEPT' ? 'acceptAppointment' : 'declineAppointment';
    return (await answer(selection, applicant, mutation)).__typename === 'SelectionRecorded';
  }
  // With reasons for a departure, and without them where it is none.
  const departing = await decide(selection, on, applicant.application, { departureReasons: WHY });
  if (departing.__typename === 'SelectionRecorded') return true;
  return (await decide(selection, on, applicant.application)).__typename === 'SelectionRecorded';
}

const counted = async ({ procedure }: Submitted) => {
  const [row] = await selection.query<{ standing: number; mandates: number; chosen: number; ended: number }>(
    `SELECT (SELECT count(*)::int FROM appointment_decision WHERE procedure_id = $1
         AND status IN ('AWAITING_ANSWER', 'IN_EFFECT')) AS standing,
       (SELECT count(*)::int FROM mandate WHERE procedure_id = $1) AS mandates,
       (SELECT count(*)::int FROM candidacy WHERE procedure_id = $1 AND status IN ('SELECTED', 'APPOINTED')) AS chosen,
       (SELECT count(*)::int FROM outbox WHERE subject = $1::text AND type = 'mandate-graph.procedure.ended.v1') AS ended`,
    [procedure],
  );
  return row!;
};

test('whatever is done, one decision stands at most, and the vacant position has one mandate at most', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const on = await submitted(selection, `gew:vacancy:v${made++}`, brusselsVacancy(), [1, 2, 2]);
      for (const step of sequence) {
        const [earlier] = await statuses(selection, on);
        const happened = await done(on, step);
        const [procedure, ...candidacies] = await statuses(selection, on);
        const { standing, mandates, chosen, ended } = await counted(on);
        const status = procedure!.split(' ')[0]!;
        const shape = {
          RESULT_SUBMITTED: [0, 0, 0, 0],
          DECIDED: [1, 0, 1, 0],
          COMPLETED: [1, 1, 1, 1],
          ENDED_WITHOUT_APPOINTMENT: [1, 0, 0, 1],
        }[status];
        expect([status, standing, mandates, chosen, ended]).toEqual([status, ...shape!]);
        // What has ended stays as it is, and nobody in it waits for anything.
        if (ended === 1) expect(candidacies.filter((one) => one === 'SUITABLE' || one === 'SELECTED')).toEqual([]);
        if (/^(COMPLETED|ENDED)/.test(earlier!))
          expect([happened && step.act !== 'WITHDRAW', procedure]).toEqual([false, earlier]);
      }
    }),
    { numRuns: 20 },
  );
});
