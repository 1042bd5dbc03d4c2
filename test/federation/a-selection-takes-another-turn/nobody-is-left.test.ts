import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { judge } from './applicants.ts';
import { toldOf } from './inbox.ts';
import { admitted, closedRounds, heard, type Round } from './rounds.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';
import { GOB, KSZ } from './vacancies.ts';

const CALLS = {
  'nobody-applied': { by: [] },
  'nobody-admitted': { by: ['Anke', 'Bram'] },
  'everybody-withdrew': { by: ['Anke', 'Bram'] },
  'nobody-came': { by: ['Anke'] },
};

let stage: Stage;
let rounds: Record<keyof typeof CALLS, Round>;
let unregistered: Round;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  ({ unregistered } = await closedRounds(stage, KSZ, { unregistered: { by: ['Cas', 'Dorien'] } }));
  stage.at('2025-09-01T10:00');
  rounds = await closedRounds(stage, GOB, CALLS);
});
afterAll(() => stage?.close());

const statusOf = async ({ run, applicants }: Round, name: string) => (await run.standing(applicants[name]!)).status;

test('a vacancy for which nobody applied: the procedure ends as it starts', async () => {
  const { run } = rounds['nobody-applied'];
  await run.start();
  const { status, ending, steps } = await run.read();
  expect({ status, ending }).toEqual({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NO_CANDIDATES' });
  expect(new Set(steps.map((step: { status: string }) => step.status))).toEqual(new Set(['NOT_HELD']));
});

describe('a procedure in which nobody is admitted', () => {
  const called = () => rounds['nobody-admitted'];

  test('ends with its first step, and each is told by letter as well, as the notice says', async () => {
    const { run, applicants } = called();
    const [anke, bram] = [applicants['Anke']!, applicants['Bram']!];
    await run.start();
    await judge(stage, GOB, anke, 'NOT_ELIGIBLE');
    const declared = { application: bram.application, version: 1, reasons: because('de handtekening') };
    await run.act(run.recruiter, 'declareInadmissible', declared);
    await stage.settled();
    const { id: step } = await run.step('ELIGIBILITY_SCREENING');
    const sending = { procedure: run.id, about: 'STEP', step, remedyStated: true };
    expect(await run.refused(run.recruiter, 'sendOutcomes', { ...sending, byLetter: false })).toEqual([
      'byLetter BY_LETTER',
    ]);
    await run.act(run.recruiter, 'sendOutcomes', { ...sending, byLetter: true });
    await run.concludeStep('ELIGIBILITY_SCREENING');
    expect(await run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_ADMISSIBLE' });
  });

  test('runs again once somebody is admitted after all', async () => {
    const { run, applicants } = called();
    await judge(stage, GOB, applicants['Anke']!, 'ELIGIBLE', { version: 1 });
    await stage.settled();
    expect(await run.read()).toMatchObject({ status: 'RUNNING', ending: null });
    expect(await run.standing(applicants['Anke']!)).toMatchObject({
      status: 'IN_PROGRESS',
      step: { kind: 'INTERVIEW' },
    });
    expect(await statusOf(called(), 'Bram')).toBe('EXCLUDED');
  });

  test('goes on to an appointment then', async () => {
    const { run, applicants } = called();
    // The step took somebody in again, so it is concluded again.
    await run.concludeStep('ELIGIBILITY_SCREENING');
    await heard({ run, applicants: { Anke: applicants['Anke']! } });
    await run.conclude(applicants['Anke']!, 'SUITABLE');
    await run.submit();
    await run.decide(applicants['Anke']!, []);
    await run.answer('acceptAppointment', applicants['Anke']!);
    expect(await run.read()).toMatchObject({ status: 'COMPLETED', ending: 'APPOINTED' });
  });
});

test('whoever withdraws leaves, and with the last of them the procedure ends', async () => {
  const round = rounds['everybody-withdrew'];
  const { run, applicants } = round;
  await admitted(stage, [round]);
  for (const { as, application } of Object.values(applicants)) {
    await run.act(as, 'withdrawApplication', { application, version: 3, reasons: because('een andere functie') });
  }
  await stage.settled();
  expect([await statusOf(round, 'Anke'), await statusOf(round, 'Bram')]).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  await run.concludeStep('INTERVIEW');
  expect(await run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' });
});

test('where no rule of the notice excludes whoever does not come to the interview, a person does, with reasons', async () => {
  const round = rounds['nobody-came'];
  const { run, applicants } = round;
  const { as, application } = applicants['Anke']!;
  await admitted(stage, [round]);
  const { id: step } = await run.step('INTERVIEW');
  const invitation = { step, applications: [application], startsAt: '2025-10-28T08:00:00Z', place: 'Brussel' };
  await run.act(run.recruiter, 'inviteToHearing', invitation);
  const absent = { application, step, version: 1, outcome: 'ABSENT' };
  expect(await run.refused(run.recruiter, 'recordHearing', absent)).toEqual(['reasons TOO_SHORT', 'outcome NOT_BEGUN']);
  stage.at('2025-10-28T12:00');
  await run.act(run.recruiter, 'recordHearing', { ...absent, reasons: because('de afwezigheid') });
  expect(await run.progress(applicants['Anke']!)).toMatchObject({ status: 'IN_PROGRESS' });
  await run.sendOutcomes('STEP', 'INTERVIEW');
  expect(await run.progress(applicants['Anke']!)).toMatchObject({ status: 'EXCLUDED' });
  await run.concludeStep('INTERVIEW');
  expect(await run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' });
  await stage.settled();
  expect((await toldOf(stage, as)).at(-1)).toBe('EXCLUDED_BY_STEP');
});

test('a contest that is upheld opens a procedure again that had ended, and brings its candidate in', async () => {
  const { run, applicants } = unregistered;
  stage.at('2025-10-29T09:00');
  await admitted(stage, [unregistered]);
  const session = { procedure: run.id, minutes: 120, capacity: 1, place: 'Brussel' };
  const [first, second] = [
    { startsAt: '2025-11-10T08:00:00Z', registrationUntil: '2025-11-05T08:00:00Z' },
    { startsAt: '2025-11-24T08:00:00Z', registrationUntil: '2025-11-20T08:00:00Z' },
  ];
  await run.act(run.recruiter, 'planSession', { ...session, ...first });
  stage.at('2025-11-06T09:00');
  await run.concludeStep('COMPUTER_ASSESSMENT');
  expect(await run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' });
  const { as, application } = applicants['Cas']!;
  const { id: step } = await run.step('COMPUTER_ASSESSMENT');
  const contest = await run.act(as, 'contestOutcome', { application, step, grounds: 'De inschrijving liep vast.' });
  await run.act(run.recruiter, 'answerRequest', {
    ...{ request: contest.id, version: contest.version, upheld: true, answer: because('de storing') },
  });
  expect(await run.read()).toMatchObject({ status: 'RUNNING', ending: null });
  expect(await run.standing(applicants['Cas']!)).toMatchObject({
    ...{ status: 'IN_PROGRESS', step: { kind: 'COMPUTER_ASSESSMENT' } },
  });
  expect(await statusOf(unregistered, 'Dorien')).toBe('EXCLUDED');
  const { id } = await run.act(run.recruiter, 'planSession', { ...session, ...second });
  await run.act(as, 'registerForSession', { application, session: id });
});
