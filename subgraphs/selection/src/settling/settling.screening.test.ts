import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving, standings, trailOf } from '../candidacy/testing/driving.ts';
import {
  type Applicant,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

interface Outcome {
  readonly result: string;
  readonly rule: string | null;
  readonly decided: number | null;
  readonly by: string;
}
const outcomeOf = async ({ application }: Applicant) =>
  (
    await selection.query<Outcome>(
      `SELECT result, rule, decision_version AS decided, outcome.recorded_by AS by FROM step_outcome outcome
       JOIN selection_step step ON step.id = outcome.step_id AND step.kind = 'ELIGIBILITY_SCREENING'
       WHERE candidacy_id = $1`,
      [application],
    )
  )[0];
const notified = ({ application }: Applicant) =>
  selection.query<{ sentAt: Date; by: string; byLetter: boolean; remedyStated: boolean }>(
    `SELECT sent_at AS "sentAt", recorded_by AS by, by_letter AS "byLetter", remedy_stated AS "remedyStated"
     FROM notification WHERE candidacy_id = $1 ORDER BY recorded_at`,
    [application],
  );
const statusOf = async (procedure: string) =>
  (
    await selection.query<{ status: string; ending: string | null }>(
      'SELECT status, ending FROM selection_procedure WHERE id = $1',
      [procedure],
    )
  )[0];

describe('the screening', () => {
  test('S2.S1: rests on what a person decided on the frozen file, also before the start', async () => {
    const vacancy = 'vrb:vacancy:before';
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy(vacancy, federalVacancy());
    const applicants: Applicant[] = [];
    for (let made = 0; made < 3; made++) applicants.push(await selection.applicant(vacancy));
    selection.at('2025-10-23T10:00');
    const [admitted, conditional, refused] = applicants;
    await selection.decided(admitted!, 'ELIGIBLE');
    await selection.decided(conditional!, 'CONDITIONAL');
    await selection.decided(refused!, 'NOT_ELIGIBLE');
    expect(await standings(selection, applicants)).toEqual(Array(3).fill('not there'));
    selection.at('2025-10-24T10:00');
    await selection.write(recruiter(), 'startSelection', { procedure, version: 1 });
    expect(await standings(selection, applicants)).toEqual([
      ...['IN_PROGRESS assessment', 'IN_PROGRESS assessment', 'EXCLUDED screening'],
    ]);
    const by = 'recruiter-of-vrb';
    expect(await outcomeOf(admitted!)).toEqual({ result: 'PASSED', rule: null, decided: 1, by });
    expect(await outcomeOf(conditional!)).toEqual({ result: 'PASSED', rule: 'CONDITIONAL', decided: 1, by });
    expect(await outcomeOf(refused!)).toEqual({ result: 'FAILED', rule: null, decided: 1, by });
  });

  test('S1.S1: whoever fails is told with the decision, by letter where the notice says so', async () => {
    const { applicants } = await startedProcedure(selection, 'gew:vacancy:letter', brusselsVacancy(), 1);
    await selection.decided(applicants[0]!, 'NOT_ELIGIBLE', { decidedBy: 'r', recordedAt: '2025-10-24T07:00:00Z' });
    expect(await notified(applicants[0]!)).toEqual([
      { sentAt: new Date('2025-10-24T07:00:00Z'), by: 'r', byLetter: true, remedyStated: true },
    ]);
    const federal = await startedProcedure(selection, 'vrb:vacancy:no-letter', federalVacancy(), 1);
    await selection.decided(federal.applicants[0]!, 'NOT_ELIGIBLE', { remedyStated: false });
    expect(await notified(federal.applicants[0]!)).toMatchObject([{ byLetter: false, remedyStated: false }]);
  });

  test('does not rest on a decision on another file, or on other conditions', async () => {
    const { applicants } = await startedProcedure(selection, 'vrb:vacancy:older', federalVacancy(), 2);
    const [older, appointment] = applicants;
    await selection.decided(older!, 'NOT_ELIGIBLE', { judgedFile: '2025-10-15T22:00:00Z' });
    await selection.decided(appointment!, 'NOT_ELIGIBLE', { conditions: 'APPOINTMENT' });
    expect(await standings(selection, applicants)).toEqual(Array(2).fill('IN_PROGRESS screening'));
    await selection.decided(older!, 'ELIGIBLE');
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS assessment', 'IN_PROGRESS screening']);
  });

  test('follows a decision that is taken anew, either way, and notifies of each that excludes', async () => {
    const { applicants } = await startedProcedure(selection, 'vrb:vacancy:anew', federalVacancy(), 2);
    const [first, second] = applicants;
    await selection.decided(first!, 'NOT_ELIGIBLE');
    await selection.decided(first!, 'ELIGIBLE');
    await selection.decided(second!, 'ELIGIBLE');
    await selection.decided(second!, 'NOT_ELIGIBLE');
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS assessment', 'EXCLUDED screening']);
    expect(await outcomeOf(first!)).toMatchObject({ result: 'PASSED', decided: 2 });
    expect(await outcomeOf(second!)).toMatchObject({ result: 'FAILED', decided: 2 });
    await selection.decided(second!, 'NOT_ELIGIBLE');
    expect([await notified(first!), await notified(second!)].map(({ length }) => length)).toEqual([1, 2]);
  });

  test('is followed in the name of whoever decided anew, not of whoever decided before', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:by', federalVacancy(), 1);
    await selection.decided(applicants[0]!, 'NOT_ELIGIBLE', { decidedBy: 'the-first' });
    await selection.decided(applicants[0]!, 'ELIGIBLE', { decidedBy: 'the-second' });
    const actors = async (act: string) => (await trailOf(selection, procedure, act)).map(({ actor }) => actor);
    expect([await actors('EXCLUDE'), await actors('READMIT'), await actors('PASS')]).toEqual([
      ...[['the-first'], ['the-second'], ['the-second']],
    ]);
  });

  test('keeps what was decided last of those who have gone on', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:renewed', federalVacancy(), 1);
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    await selection.decided(applicants[0]!, 'CONDITIONAL', { decidedBy: 'another' });
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS assessment']);
    expect(await outcomeOf(applicants[0]!)).toEqual({
      ...{ result: 'PASSED', rule: 'CONDITIONAL', decided: 2, by: 'another' },
    });
    expect(await trailOf(selection, procedure, 'RENEW_OUTCOME')).toMatchObject([
      { actor: 'another', after: { result: 'PASSED', rule: 'CONDITIONAL', decisionVersion: 2 } },
    ]);
  });

  test('takes nobody out whom the committee compares', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:compared', brusselsVacancy(), 2);
    const [compared, interviewed] = applicants;
    for (const applicant of applicants) await selection.decided(applicant, 'ELIGIBLE');
    await driving(selection, procedure).pass([compared!], 'INTERVIEW');
    for (const applicant of applicants) await selection.decided(applicant, 'NOT_ELIGIBLE');
    expect(await standings(selection, [compared!, interviewed!])).toEqual(['IN_PROGRESS result', 'EXCLUDED screening']);
    expect(await outcomeOf(compared!)).toMatchObject({ result: 'PASSED', decided: 1 });
    expect(await notified(compared!)).toEqual([]);
  });

  test('leaves an exclusion that a recruiter made beside the decision', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:beside', federalVacancy(), 1);
    await driving(selection, procedure).exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED', 'Said beside it');
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    expect(await standings(selection, applicants)).toEqual(['EXCLUDED screening']);
    expect(await outcomeOf(applicants[0]!)).toMatchObject({ result: 'FAILED', decided: null });
  });

  test('opens a procedure again in which nobody had been admissible, for whoever is admitted after all', async () => {
    const vacancy = 'vrb:vacancy:none-admissible';
    const { procedure, applicants, steps } = await startedProcedure(selection, vacancy, federalVacancy(), 2);
    for (const applicant of applicants) await selection.decided(applicant, 'NOT_ELIGIBLE');
    await selection.write(recruiter(), 'concludeStep', { step: steps.get('screening'), version: 2 });
    expect(await statusOf(procedure)).toEqual({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_ADMISSIBLE' });
    await selection.decided(applicants[0]!, 'NOT_ELIGIBLE');
    expect(await statusOf(procedure)).toEqual({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_ADMISSIBLE' });
    await selection.decided(applicants[1]!, 'CONDITIONAL');
    expect(await statusOf(procedure)).toEqual({ status: 'RUNNING', ending: null });
    expect(await standings(selection, applicants)).toEqual(['EXCLUDED screening', 'IN_PROGRESS assessment']);
  });
});

test('settling twice is settling once', async () => {
  const vacancy = 'vrb:vacancy:twice';
  const { procedure, applicants } = await startedProcedure(selection, vacancy, brusselsVacancy(), 4);
  const [one, two, three] = applicants;
  await selection.decided(one!, 'ELIGIBLE');
  await selection.decided(two!, 'NOT_ELIGIBLE');
  await selection.applied(three!, 'WITHDRAWN', 'WITHDRAW');
  await selection.vacancy(vacancy, brusselsVacancy({ weightingClasses: [1] }));
  await selection.decided(one!, 'NOT_ELIGIBLE');
  const all = () =>
    Promise.all(
      [
        ...['selection_procedure WHERE id', 'candidacy WHERE procedure_id', 'trail_entry WHERE procedure_id'],
        ...['notification WHERE procedure_id', 'selection_step WHERE procedure_id', "outbox WHERE data->>'procedure'"],
      ].map((where) => selection.query(`SELECT * FROM ${where} = $1 ORDER BY 1, 2`, [procedure])),
    );
  const before = await all();
  selection.at('2025-10-25T10:00');
  for (let time = 0; time < 2; time++) {
    await selection.source.transaction((manager) => selection.installation.settling.settle(manager, procedure));
  }
  expect(await all()).toEqual(before);
});
