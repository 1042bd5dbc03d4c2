import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving } from '../candidacy/testing/driving.ts';
import {
  type Applicant,
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

const WORDS = 'De drie testen samen blijven onder de drempel.';
const DONE = { __typename: 'SelectionRecorded' };
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const own = async ({ application, subject }: Applicant) => {
  const { data, errors } = await selection.ask(
    candidateActor(subject),
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress { final
       notifications { sentAt } deadlines { code startsOn lastDay open basis } } } } }`,
    { of: [{ __typename: 'Application', id: application }] },
  );
  expect(errors).toBeUndefined();
  return data._entities[0].progress;
};
const finalFrom = async (procedure: string) => {
  const query = 'query ($id: ID!) { selectionProcedure(id: $id) { finalFrom } }';
  const { data, errors } = await selection.ask(recruiter(), query, { id: procedure });
  expect(errors).toBeUndefined();
  return data.selectionProcedure.finalFrom;
};
const feedback = ({ application, subject }: Applicant) =>
  selection.write(candidateActor(subject), 'requestFeedback', { application, text: 'Hoe kwam dit tot stand?' });

describe('what was sent before it was recorded', () => {
  test('S2.F, legal 10: leaves the candidate the whole time from when the account shows it', async () => {
    const { procedure, applicants, steps } = await startedProcedure(selection, 'vrb:vacancy:late', federalVacancy(), 1);
    const applicant = applicants[0]!;
    await selection.decided(applicant, 'ELIGIBLE');
    selection.at('2025-11-03T14:00');
    await driving(selection, procedure).exclude([applicant], 'COMPUTER_ASSESSMENT', 'FAILED', WORDS);
    selection.at('2026-01-20T10:00');
    const sending = { procedure, about: 'STEP', step: steps.get('assessment'), remedyStated: true, byLetter: false };
    const sentAt = '2025-11-04T09:00:00Z';
    expect(await selection.write(recruiter(), 'sendOutcomes', { ...sending, sentAt })).toMatchObject(DONE);
    const { notifications, deadlines } = await own(applicant);
    expect(notifications).toEqual([{ sentAt: '2025-11-04T09:00:00.000Z' }]);
    const startsOn = '2026-01-20';
    expect(deadlines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'FEEDBACK', startsOn, lastDay: '2026-03-20', open: true }),
        expect.objectContaining({ code: 'APPEAL', startsOn, lastDay: '2026-03-21', open: true }),
      ]),
    );
    const [told] = await selection.query<{ data: object }>(
      `SELECT data FROM outbox WHERE subject = $1 AND type = 'mandate-graph.notification.sent.v1'`,
      [applicant.application],
    );
    expect(told!.data).toMatchObject({
      sentAt,
      windows: expect.arrayContaining([
        { code: 'FEEDBACK', lastDay: '2026-03-20' },
        { code: 'APPEAL', lastDay: '2026-03-21' },
      ]),
    });
    selection.at('2026-03-20T23:59');
    expect(await feedback(applicant)).toMatchObject(DONE);
    // An appeal can have been lodged on the letter, before the account showed it.
    const appeal = { application: applicant.application, lodgedAt: '2025-12-01T09:00:00Z', reference: 'G/A 1' };
    expect(await selection.write(recruiter(), 'recordAppeal', appeal)).toMatchObject(DONE);
  });
});

describe('an outcome', () => {
  test('legal 10: is not final while a contest is open or an appeal is pending, nor is its procedure', async () => {
    const { procedure, applicants, steps } = await startedProcedure(selection, 'vrb:vacancy:held', federalVacancy(), 1);
    const [applicant] = applicants as [Applicant];
    const { application, subject } = applicant;
    await selection.decided(applicant, 'ELIGIBLE');
    selection.at('2025-11-03T14:00');
    const drive = driving(selection, procedure);
    await drive.exclude([applicant], 'COMPUTER_ASSESSMENT', 'ABSENT');
    await drive.notify([applicant], 'STEP', 'COMPUTER_ASSESSMENT');
    await drive.procedure('END', 'RULE', 'NONE_SUITABLE');
    const step = steps.get('assessment');
    selection.at('2025-12-03T10:00');
    const contest = { application, step, grounds: WORDS };
    const { id: request } = await selection.write(candidateActor(subject), 'contestOutcome', contest);
    selection.at('2026-06-01T10:00');
    expect([(await own(applicant)).final, await finalFrom(procedure)]).toEqual([false, null]);
    const rejecting = { request, version: 1, upheld: false, answer: WORDS };
    expect(await selection.write(recruiter(), 'answerRequest', rejecting)).toMatchObject(DONE);
    // The rejection names no remedy: 4 months and 60 days.
    expect(await finalFrom(procedure)).toBe('2026-11-30T23:00:00Z');
    selection.at('2026-11-30T10:00');
    const lodging = { application, lodgedAt: '2026-11-29T10:00:00Z', reference: 'G/A 1' };
    const appeal = await selection.write(recruiter(), 'recordAppeal', lodging);
    selection.at('2027-03-02T10:00');
    expect([(await own(applicant)).final, await finalFrom(procedure)]).toEqual([false, null]);
    const decidedAt = '2027-03-01T10:00:00Z';
    const ended = { request: appeal.id, version: 1, outcome: 'REJECTED', decidedAt, reference: 'Arrest 1' };
    expect(await selection.write(recruiter(), 'recordAppealOutcome', ended)).toMatchObject(DONE);
    expect([(await own(applicant)).final, await finalFrom(procedure)]).toEqual([true, decidedAt]);
  });

  test('legal 9: of which nothing says how long feedback can be asked for lets it be asked for at any time', async () => {
    const { applicants } = await startedProcedure(selection, 'gew:vacancy:silent', brusselsVacancy(), 2);
    const applicant = applicants[0]!;
    await selection.decided(applicant, 'NOT_ELIGIBLE');
    selection.at('2027-06-01T10:00');
    const { deadlines, final } = await own(applicant);
    expect(deadlines).toContainEqual({
      ...{ code: 'FEEDBACK', startsOn: '2025-10-24', lastDay: null, open: true, basis: 'CHOICE' },
    });
    // It does not keep the outcome from being final, nor does a complaint.
    expect(final).toBe(true);
    expect(await feedback(applicant)).toMatchObject(DONE);
  });
});
