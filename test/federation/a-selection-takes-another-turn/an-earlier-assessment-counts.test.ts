import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toldOf } from './inbox.ts';
import { admitted, closedRounds, type Round } from './rounds.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';
import { federalSteps, KSZ } from './vacancies.ts';

const level = (weightingClasses: readonly number[]) => ({ announcedSteps: federalSteps(weightingClasses) });
const BY = { by: ['Passer', 'Failer'] };
const CALLS = {
  earlier: BY,
  same: { ...BY, by: ['Passer', 'Failer', 'Holder'] },
  lower: { ...BY, own: level([1, 2, 3]) },
  higher: { ...BY, own: level([6, 7]) },
};

let stage: Stage;
let rounds: Record<keyof typeof CALLS, Round>;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  rounds = await closedRounds(stage, KSZ, CALLS);
  await admitted(stage, [rounds.earlier]);
  const { run, applicants } = rounds.earlier;
  const session = await planned(rounds.earlier, '2025-11-17T08:00:00Z', '2025-11-10T08:00:00Z');
  for (const name of ['Passer', 'Failer']) await register(rounds.earlier, name, session);
  stage.at('2025-11-17T12:00');
  for (const [name, total] of [
    ['Passer', '70'],
    ['Failer', '59'],
  ] as const) {
    const { application } = applicants[name]!;
    await run.act(run.recruiter, 'recordAttendance', { session, application, attendance: 'PRESENT' });
    const passed = name === 'Passer';
    await run.act(run.recruiter, 'recordAssessment', {
      ...{
        application,
        scores: [total, total, total],
        total,
        passed,
        ...(!passed && { reasons: because('de testen') }),
      },
    });
  }
  await run.sendOutcomes('STEP', 'COMPUTER_ASSESSMENT');
  stage.at('2025-11-20T09:00');
  await admitted(stage, [rounds.same, rounds.lower, rounds.higher]);
});
afterAll(() => stage?.close());

async function planned({ run }: Round, startsAt: string, registrationUntil: string): Promise<string> {
  const given = { procedure: run.id, startsAt, registrationUntil, minutes: 120, capacity: 10, place: 'Brussel' };
  return (await run.act(run.recruiter, 'planSession', given)).id;
}
const seat = ({ applicants }: Round, name: string, session: string) =>
  [applicants[name]!.as, 'registerForSession', { application: applicants[name]!.application, session }] as const;
const register = (round: Round, name: string, session: string) => round.run.act(...seat(round, name, session));
const stepOf = async ({ run, applicants }: Round, name: string) => (await run.standing(applicants[name]!)).step!.kind;
const outcomeOf = async ({ run, applicants }: Round, name: string) =>
  (await run.progress(applicants[name]!)).outcomes.at(-1);

describe('whoever passed for another vacancy', () => {
  test.each(['same', 'lower'] as const)('is exempt for a function of the %s level', async (call) => {
    expect(await stepOf(rounds[call], 'Passer')).toBe('ORAL_TEST');
    expect(await outcomeOf(rounds[call], 'Passer')).toMatchObject({ result: 'EXEMPT', contestable: false });
    await stage.settled();
    expect(await toldOf(stage, rounds[call].applicants['Passer']!.as)).toContain('STEP_EXEMPTED');
  });

  test('sits the assessment of a higher level', async () => {
    const session = await planned(rounds.higher, '2025-12-10T08:00:00Z', '2025-12-01T08:00:00Z');
    expect(await stepOf(rounds.higher, 'Passer')).toBe('COMPUTER_ASSESSMENT');
    await register(rounds.higher, 'Passer', session);
  });

  test('has no session to choose where there is nothing to sit', async () => {
    const session = await planned(rounds.same, '2025-12-10T08:00:00Z', '2025-12-01T08:00:00Z');
    expect(await rounds.same.run.refused(...seat(rounds.same, 'Passer', session))).toContain(
      'application NOT_IN_THIS_STEP',
    );
  });
});

describe('whoever holds a function of the level', () => {
  test('is exempt once it is recorded what proves it', async () => {
    const { run, applicants } = rounds.same;
    const { application } = applicants['Holder']!;
    expect(await stepOf(rounds.same, 'Holder')).toBe('COMPUTER_ASSESSMENT');
    const held = { application, weightingClasses: [4], from: '2020-01-01', reasons: because('het benoemingsbesluit') };
    await run.act(run.recruiter, 'recordFunctionHeld', held);
    expect(await outcomeOf(rounds.same, 'Holder')).toMatchObject({ result: 'EXEMPT' });
    expect(await stepOf(rounds.same, 'Holder')).toBe('ORAL_TEST');
  });
});

describe('whoever failed for another vacancy', () => {
  test('sits the assessment of a lower level during the waiting period', async () => {
    const session = await planned(rounds.lower, '2025-12-10T08:00:00Z', '2025-12-01T08:00:00Z');
    await register(rounds.lower, 'Failer', session);
  });

  test.each(['same', 'higher'] as const)('is barred from one of the %s level', async (call) => {
    const { run, applicants } = rounds[call];
    const { sessions } = (await stage.ask(run.recruiter, SESSIONS, { id: run.id })).selectionProcedure;
    expect(await run.refused(...seat(rounds[call], 'Failer', sessions[0].id))).toEqual(['session BARRED']);
    const { assessmentStanding: standing } = await standingOf(
      applicants['Failer']!.as,
      applicants['Failer']!.application,
    );
    expect(standing).toEqual({
      status: 'BARRED',
      until: '2026-05-17',
      window: { code: 'WAITING', lastDay: '2026-05-17' },
    });
  });

  test('sits it again the day after the six months, and not on their last day', async () => {
    const { run } = rounds.higher;
    for (const [day, problems] of [
      ['2026-05-17', ['session BARRED']],
      ['2026-05-18', null],
    ] as const) {
      const session = await planned(rounds.higher, `${day}T08:00:00Z`, '2026-05-01T08:00:00Z');
      if (problems === null) await register(rounds.higher, 'Failer', session);
      else expect(await run.refused(...seat(rounds.higher, 'Failer', session))).toEqual(problems);
    }
  });

  test('is out by that rule once registration is over, and can contest it', async () => {
    stage.at('2025-12-02T10:00');
    // Anything that is done settles what the clock has done.
    await rounds.same.run.appoint(1);
    expect(await outcomeOf(rounds.same, 'Failer')).toMatchObject({ result: 'BARRED', contestable: true });
    await stage.settled();
    expect(await toldOf(stage, rounds.same.applicants['Failer']!.as)).toContain('EXCLUDED_BARRED');
  });
});

const SESSIONS = 'query ($id: ID!) { selectionProcedure(id: $id) { sessions { id } } }';
const STANDING =
  '{ me { applications { id progress { assessmentStanding { status until window { code lastDay } } } } } }';
async function standingOf(as: Parameters<Stage['ask']>[0], application: string) {
  const { me } = await stage.ask(as, STANDING);
  return me.applications.find(({ id }: { id: string }) => id === application).progress;
}
