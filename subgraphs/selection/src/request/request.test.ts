import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { send } from '../notification/notification.sending.ts';
import {
  type Applicant,
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

const WORDS = 'Ik was ziek op de dag van het gesprek.';
const ANSWER = 'Het attest is ontvangen en wordt aanvaard.';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** Somebody of a procedure who was absent from its second step on 3 November 2025. */
async function absent(vacancy: string) {
  const { procedure, applicants, steps } = await startedProcedure(selection, vacancy, brusselsVacancy(), 2);
  for (const applicant of applicants) await selection.decided(applicant, 'ELIGIBLE');
  selection.at('2025-11-03T14:00');
  const applicant = applicants[0]!;
  await selection.inProcedure(procedure, async (work) => {
    const candidacy = (await new CandidacyRepository(work.manager).one(procedure, applicant.application))!;
    const step = work.procedure.steps.find(({ key }) => key === 'interview')!;
    const outcome = { stepId: step.id, result: 'ABSENT' as const, rule: 'ABSENCE', reasons: null };
    await new CandidacyFlow(work).exclude(step, [{ candidacy, outcome, as: 'RULE' }]);
    const sending = { about: 'STEP' as const, stepId: step.id, negative: true, remedyStated: false, byLetter: false };
    await send(work, [{ candidacy, ...sending }]);
  });
  return { procedure, applicant, step: steps.get('interview')! };
}

const contest = ({ application, subject }: Applicant, step: string, own: object = {}) =>
  selection.write(candidateActor(subject), 'contestOutcome', { application, step, grounds: WORDS, ...own });
const statusOf = async ({ application }: Applicant) =>
  (await selection.query<{ status: string }>('SELECT status FROM candidacy WHERE id = $1', [application]))[0]!.status;
const toldTo = ({ application }: Applicant) =>
  selection.query<{ code: string }>(
    "SELECT data->>'code' AS code FROM outbox WHERE subject = $1 AND type LIKE '%told%' ORDER BY id",
    [application],
  );

describe('a contest', () => {
  test('S2.T: of an absence is decided by the institution; one that is found right brings the candidate in again', async () => {
    const { applicant, step } = await absent('vrb:vacancy:contest');
    const filed = await contest(applicant, step);
    expect(filed).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    const answer = { request: filed.id, version: 1, answer: ANSWER };
    expect(await selection.write(recruiter(), 'answerRequest', answer)).toMatchObject({
      problems: [{ path: 'upheld', code: 'UPHELD_EXPECTED' }],
    });
    expect(await selection.write(recruiter(), 'answerRequest', { ...answer, upheld: true })).toMatchObject({
      version: 2,
    });
    expect(await statusOf(applicant)).toBe('IN_PROGRESS');
    expect((await toldTo(applicant)).map(({ code }) => code).slice(-3)).toEqual([
      'EXCLUDED_ABSENT',
      'EXCLUSION_CONTESTED',
      'EXCLUSION_LIFTED',
    ]);
  });

  test('is filed once, of 50 at the same time', async () => {
    const { applicant, step } = await absent('vrb:vacancy:fifty');
    const answers = await Promise.all(Array.from({ length: 50 }, () => contest(applicant, step)));
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'CONTESTED_BEFORE')).toHaveLength(49);
  });

  test('sent 50 times under one key has one effect and one answer', async () => {
    const { applicant, step } = await absent('vrb:vacancy:key');
    const key = { idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => contest(applicant, step, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'SelectionRecorded' });
  });

  test('is in time until the end of the 30th day after it was told, and not on the day after', async () => {
    const { applicant, step } = await absent('vrb:vacancy:late');
    selection.at('2025-12-04T00:00');
    expect(await contest(applicant, step)).toMatchObject({ problems: [{ code: 'CONTEST_OVER', value: '2025-12-03' }] });
    selection.at('2025-12-03T23:59:59.999');
    expect(await contest(applicant, step)).toMatchObject({ __typename: 'SelectionRecorded' });
  });

  test('is the candidate’s own, and of no step that a person decided', async () => {
    const { applicant, step } = await absent('vrb:vacancy:own');
    const other = { ...applicant, subject: 'somebody-else' };
    expect(await contest(other, step)).toMatchObject({
      problems: [{ path: 'application', code: 'UNKNOWN_APPLICATION' }],
    });
    expect(await contest(applicant, randomUUID())).toMatchObject({
      problems: [{ path: 'step', code: 'UNKNOWN_STEP' }],
    });
  });
});

describe('feedback', () => {
  const refused = async (vacancy: string, sentAt = '2025-12-31T16:00') => {
    const { procedure, applicants } = await startedProcedure(selection, vacancy, federalVacancy(), 2);
    selection.at(sentAt);
    await selection.decided(applicants[0]!, 'NOT_ELIGIBLE');
    return { procedure, applicant: applicants[0]! };
  };
  const ask = ({ application, subject }: Applicant) =>
    selection.write(candidateActor(subject), 'requestFeedback', { application, text: 'Graag toelichting.' });

  test('S2.F: is asked for in writing on the last day of two months from the sending, and not on the day after', async () => {
    const { applicant } = await refused('vrb:vacancy:feedback');
    selection.at('2026-03-01T00:00');
    expect(await ask(applicant)).toMatchObject({ problems: [{ code: 'FEEDBACK_OVER', value: '2026-02-28' }] });
    selection.at('2026-02-28T23:59');
    const asked = await ask(applicant);
    expect(asked).toMatchObject({ __typename: 'SelectionRecorded' });
    const answer = { request: asked.id, version: 1, answer: 'kort' };
    expect(await selection.write(recruiter(), 'answerRequest', answer)).toMatchObject({
      problems: [{ path: 'answer', code: 'TOO_SHORT' }],
    });
    expect(await selection.write(recruiter('gew'), 'answerRequest', { ...answer, answer: ANSWER })).toMatchObject({
      problems: [{ path: 'request', code: 'UNKNOWN_REQUEST' }],
    });
    expect(await selection.write(recruiter(), 'answerRequest', { ...answer, answer: ANSWER })).toMatchObject({
      version: 2,
    });
  });

  test('is not there to be asked for before something was sent', async () => {
    const { applicants } = await startedProcedure(selection, 'vrb:vacancy:unsent', federalVacancy(), 1);
    expect(await ask(applicants[0]!)).toMatchObject({ problems: [{ code: 'NO_FEEDBACK' }] });
  });

  test('and what was written stands nowhere in the clear', async () => {
    const { applicant } = await refused('vrb:vacancy:sealed');
    await ask(applicant);
    const [row] = await selection.query<{ dump: string }>(
      "SELECT (SELECT string_agg(request::text, '') FROM candidate_request request) || (SELECT string_agg(entry::text, '') FROM trail_entry entry) AS dump",
    );
    expect(row!.dump).not.toContain('toelichting');
  });
});

describe('an appeal', () => {
  test('legal 10: is in time for 60 days, or 4 months and 60 days where the notification named no remedy', async () => {
    const { applicant } = await absent('vrb:vacancy:appeal');
    selection.at('2026-06-01T10:00');
    const record = (lodgedAt: string) =>
      selection.write(recruiter(), 'recordAppeal', {
        application: applicant.application,
        lodgedAt,
        reference: 'G/A 1',
      });
    expect(await record('2026-05-03T00:00:00+02:00')).toMatchObject({
      problems: [{ code: 'APPEAL_OVER', value: '2026-05-02' }],
    });
    expect(await record('2026-05-02T23:59:00+02:00')).toMatchObject({ __typename: 'SelectionRecorded' });
  });
});
