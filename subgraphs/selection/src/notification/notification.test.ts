import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, recruiter, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

const REASONS = 'De kandidatuur is op papier ingediend.';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const sent = (procedure: string) =>
  selection.query<object>(
    `SELECT about, negative, remedy_stated AS "remedyStated", by_letter AS "byLetter", sent_at AS "sentAt", recorded_by AS by
     FROM notification WHERE procedure_id = $1 ORDER BY sent_at`,
    [procedure],
  );
const windowsTold = async (application: string) =>
  (
    await selection.query<{ windows: object[] }>(
      "SELECT data->'windows' AS windows FROM outbox WHERE subject = $1 AND type LIKE '%notification%' ORDER BY id",
      [application],
    )
  ).map(({ windows }) => windows);

describe('a failed screening', () => {
  test('S1.S1: is told with the decision on taking part, by letter as the notice says, and starts the windows', async () => {
    const { procedure, applicants } = await startedProcedure(selection, 'vrb:vacancy:letter', brusselsVacancy(), 1);
    await selection.decided(applicants[0]!, 'NOT_ELIGIBLE');
    expect(await sent(procedure)).toMatchObject([
      { about: 'STEP', negative: true, remedyStated: true, byLetter: true, by: 'recruiter-of-vrb' },
    ]);
    expect(await windowsTold(applicants[0]!.application)).toEqual([
      [
        { code: 'FEEDBACK', lastDay: '2025-12-24' },
        { code: 'APPEAL', lastDay: '2025-12-23' },
      ],
    ]);
  });

  test('S1.S1: as inadmissible has reasons of a person, and is sent by letter, once', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      selection,
      'vrb:vacancy:late',
      brusselsVacancy(),
      2,
    );
    const { application } = applicants[0]!;
    const declare = { application, version: 1, reasons: REASONS };
    expect(await selection.write(recruiter(), 'declareInadmissible', { ...declare, reasons: 'Laat.' })).toMatchObject({
      problems: [{ path: 'reasons', code: 'TOO_SHORT' }],
    });
    expect(await selection.write(recruiter(), 'declareInadmissible', declare)).toMatchObject({ version: 2 });
    const send = { procedure, about: 'STEP', step: steps.get('screening'), remedyStated: false, byLetter: false };
    expect(
      await selection.write(recruiter(), 'sendOutcomes', { ...send, sentAt: '2025-10-01T10:00:00Z' }),
    ).toMatchObject({
      problems: [
        { path: 'byLetter', code: 'BY_LETTER' },
        { path: 'sentAt', code: 'BEFORE_THE_OUTCOME' },
      ],
    });
    const right = { ...send, byLetter: true };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => selection.write(recruiter(), 'sendOutcomes', right)),
    );
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'NOTHING_TO_SEND')).toHaveLength(49);
    expect(await sent(procedure)).toHaveLength(1);
    // No remedy was named: the 60 days start 4 months later.
    expect((await windowsTold(application))[0]).toContainEqual({ code: 'APPEAL', lastDay: '2026-04-25' });
  });
});

describe('what is sent', () => {
  test('is refused before there is anything of it, with all that is wrong', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      selection,
      'vrb:vacancy:early',
      federalVacancy(),
      1,
    );
    const input = { procedure, remedyStated: true, byLetter: false, applications: [applicants[0]!.application, 'x'] };
    expect(
      await selection.write(recruiter(), 'sendOutcomes', { ...input, about: 'RESULT', step: steps.get('oral') }),
    ).toMatchObject({
      problems: [
        { path: 'step', code: 'STEP_EXPECTED' },
        { path: 'about', code: 'NOT_AT_THIS_TIME', value: 'RUNNING' },
        { path: 'applications[0]', code: 'NOT_TO_BE_SENT', value: null },
        { path: 'applications[1]', code: 'NOT_TO_BE_SENT', value: null },
        { path: 'procedure', code: 'NOTHING_TO_SEND' },
      ],
    });
    expect(await selection.write(recruiter(), 'sendOutcomes', { ...input, about: 'DECISION' })).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path: 'about', value: 'RUNNING' })]),
    });
  });

  test('is for the recruiter of the institution to send', async () => {
    const { procedure } = await startedProcedure(selection, 'vrb:vacancy:whose', federalVacancy(), 1);
    const input = { procedure, about: 'RESULT', remedyStated: true, byLetter: false };
    expect(await selection.write(recruiter('gew'), 'sendOutcomes', input)).toMatchObject({
      problems: [{ path: 'procedure', code: 'UNKNOWN_PROCEDURE' }],
    });
  });
});
