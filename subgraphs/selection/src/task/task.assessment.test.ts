import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAILED, PASSED, record } from '../assessment/testing/results.ts';
import { person, round, settled, whoSat } from '../ledger/testing/rounds.ts';
import {
  type Assessing,
  assessing,
  attend,
  callOff,
  cancel,
  change,
  codesTold,
  local,
  outcomeOf,
  planned,
  register,
  SILENT,
  settle,
  standing,
  told,
} from '../session/testing/sessions.ts';
import { type Applicant, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { DONE, myTasks, taskIn, tasksIn } from './testing/tasks.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const task = ({ procedure }: Pick<Assessing, 'procedure'>, kind: string) =>
  taskIn(selection, recruiter(), procedure, kind);
const own = ({ subject }: Applicant) => myTasks(selection, candidateActor(subject));
const acted = (answer: object) => expect(answer).toMatchObject(DONE);

describe('sessions to be planned', () => {
  test('wait while somebody waits and no seat is left that could be chosen', async () => {
    const of = await assessing(selection, 2);
    const [one, two] = of.applicants as [Applicant, Applicant];
    expect(await task(of, 'PLAN_SESSIONS')).toMatchObject({ count: 2, application: null, dueAt: null });
    const session = await planned(selection, of, { capacity: 1, registrationFrom: local('2025-10-25T00:00') });
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
    selection.at('2025-10-25T00:00');
    acted(await register(selection, one, session));
    expect(await task(of, 'PLAN_SESSIONS')).toMatchObject({ count: 1, application: two.application });
    acted(await change(selection, session, 1, { capacity: 2 }));
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
    acted(await callOff(selection, session, 2));
    expect(await task(of, 'PLAN_SESSIONS')).toMatchObject({ count: 2 });
  });

  test('wait for the clock to say who is out', async () => {
    const of = await assessing(selection, 1, SILENT);
    await planned(selection, of);
    selection.at('2025-11-15T00:00');
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
    selection.at('2025-11-15T00:01');
    await settle(selection, of);
    expect(await task(of, 'PLAN_SESSIONS')).toMatchObject({ count: 1 });
    await planned(selection, of, { registrationUntil: local('2025-11-18T00:00') });
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
  });

  test('are none where nobody waits', async () => {
    const of = await assessing(selection, 1);
    await selection.applied(of.applicants[0]!, 'WITHDRAWN', 'WITHDRAW');
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
  });
});

describe('what is recorded of a session', () => {
  test('waits from its end: first who was there, then with what result', async () => {
    const of = await assessing(selection, 3);
    const [one, two, three] = of.applicants as [Applicant, Applicant, Applicant];
    const session = await planned(selection, of);
    for (const applicant of of.applicants) await register(selection, applicant, session);
    const kinds = async () =>
      (await tasksIn(selection, recruiter(), of.procedure))
        .map(({ kind, count, application }) => `${kind} ${application ?? count}`)
        .filter((kind) => kind.startsWith('RECORD'));
    selection.at('2025-11-20T10:59:59');
    acted(await attend(selection, session, one));
    expect(await kinds()).toEqual([]);
    selection.at('2025-11-20T11:00');
    expect(await kinds()).toEqual(['RECORD_ATTENDANCE 2', `RECORD_ASSESSMENTS ${one.application}`]);
    acted(await attend(selection, session, two));
    expect(await kinds()).toEqual([`RECORD_ATTENDANCE ${three.application}`, 'RECORD_ASSESSMENTS 2']);
    acted(await attend(selection, session, three, 'ABSENT'));
    acted(await record(selection, one, PASSED));
    expect(await kinds()).toEqual([`RECORD_ASSESSMENTS ${two.application}`]);
    acted(await record(selection, two, FAILED));
    expect(await kinds()).toEqual([]);
    expect(await task(of, 'SEND_OUTCOMES')).toMatchObject({ count: 1, application: two.application });
  });
});

describe('a session to be chosen', () => {
  test('S2.T: waits for a candidate until the end of registration for the last one with a seat', async () => {
    const of = await assessing(selection, 2);
    const [one, two] = of.applicants as [Applicant, Applicant];
    expect(await own(one)).toEqual([]);
    const session = await planned(selection, of, { capacity: 1 });
    const later = { registrationFrom: local('2025-11-03T00:00'), registrationUntil: local('2025-11-18T00:00') };
    await planned(selection, of, later);
    expect(await own(one)).toEqual([
      {
        ...{ kind: 'BOOK_SESSION', application: one.application, count: 1 },
        ...{ procedure: { id: of.procedure }, text: expect.objectContaining({ original: null }) },
        dueAt: local('2025-11-15T00:00'),
      },
    ]);
    acted(await register(selection, one, session));
    expect(await own(one)).toEqual([]);
    expect(await own(two)).toEqual([]);
    expect(outcomeOf(await register(selection, two, session))).toEqual(['session NO_SEAT_LEFT']);
    selection.at('2025-11-03T00:00');
    expect(await own(two)).toMatchObject([{ dueAt: local('2025-11-18T00:00') }]);
    acted(await cancel(selection, one));
    expect(await own(one)).toMatchObject([{ kind: 'BOOK_SESSION' }]);
    selection.at('2025-11-18T00:00');
    expect(await own(two)).toEqual([]);
  });

  test('S2.S fail: is none on a day on which a waiting period runs', async () => {
    const who = await whoSat(selection, 2, { testDay: '2025-06-01', outcome: 'FAILED' });
    const of = await round(selection, 2, [who], '2025-10-24');
    const applicant = of.applicants[0]!;
    const barred = await planned(selection, of);
    expect(outcomeOf(await register(selection, applicant, barred))).toEqual(['session BARRED']);
    expect(await own(applicant)).toEqual([]);
    const free = { startsAt: local('2025-12-02T09:00'), registrationUntil: local('2025-11-20T00:00') };
    const session = await planned(selection, of, free);
    expect(await own(applicant)).toMatchObject([{ dueAt: local('2025-11-20T00:00') }]);
    acted(await register(selection, applicant, session));
    expect(await own(applicant)).toEqual([]);
  });

  test('S2.F: stays while a failure elsewhere is not sent: one that vanished would tell it', async () => {
    const who = await whoSat(selection, 2, { testDay: '2025-06-01', outcome: 'FAILED', untold: true });
    const of = await round(selection, 2, [who], '2025-10-24');
    const session = await planned(selection, of);
    expect(await own(of.applicants[0]!)).toMatchObject([{ kind: 'BOOK_SESSION', dueAt: local('2025-11-15T00:00') }]);
    acted(await register(selection, of.applicants[0]!, session));
  });

  test('S2.S exempt: is none for whoever turns out to be exempt, also before the next act says so', async () => {
    const who = person();
    const [of, other] = [await round(selection, 2, [who], '2025-10-24'), await assessing(selection, 1)];
    await planned(selection, of);
    expect(await own(of.applicants[0]!)).toHaveLength(1);
    const earlier = await whoSat(selection, 2, { testDay: '2025-10-01', outcome: 'PASSED' });
    await selection.query('UPDATE assessment_attempt SET candidate_id = $2 WHERE candidate_id = $1', [
      ...[earlier.candidate, who.candidate],
    ]);
    expect(await own(of.applicants[0]!)).toEqual([]);
    await settled(selection, of);
    expect(await own(of.applicants[0]!)).toEqual([]);
    expect(await own(other.applicants[0]!)).toEqual([]);
  });

  /** A contest of having been put out for not registering, which is found right. */
  const returns = async ({ application, subject }: Applicant, step: string | undefined) => {
    const contest = { application, step, grounds: 'De inschrijving liep vast.' };
    const { id: request } = await selection.write(candidateActor(subject), 'contestOutcome', contest);
    const upheld = { request, version: 1, upheld: true, answer: 'De storing is vastgesteld.' };
    acted(await selection.write(recruiter(), 'answerRequest', upheld));
  };

  test('S2.T: is asked for anew of whoever is back after a contest, as of those who come in', async () => {
    const of = await assessing(selection, 1);
    const [one] = of.applicants as [Applicant];
    await planned(selection, of);
    selection.at('2025-11-15T00:01');
    await settle(selection, of);
    expect((await codesTold(selection, one)).slice(-2)).toEqual(['EXCLUDED_NOT_REGISTERED', 'BOOK_SESSION ✓']);
    const later = await planned(selection, of, { registrationUntil: local('2025-11-18T00:00') });
    await returns(one, of.steps.get('assessment'));
    const dueAt = local('2025-11-18T00:00');
    expect((await told(selection, one)).slice(-2)).toMatchObject([
      { code: 'EXCLUSION_LIFTED' },
      { code: 'BOOK_SESSION', done: false, facts: { step: 'COMPUTER_ASSESSMENT' }, dueAt },
    ]);
    expect(await own(one)).toMatchObject([{ kind: 'BOOK_SESSION', dueAt }]);
    acted(await register(selection, one, later));
    expect(await codesTold(selection, one)).toContain('BOOK_SESSION ✓');
    expect(await own(one)).toEqual([]);
  });

  test('S2.S exempt: is not asked for of whoever is back and exempt, who goes on', async () => {
    const who = person();
    const of = await round(selection, 2, [who], '2025-10-24');
    const [one] = of.applicants as [Applicant];
    await planned(selection, of);
    selection.at('2025-11-15T00:01');
    await settle(selection, of);
    const earlier = await whoSat(selection, 2, { testDay: '2025-10-01', outcome: 'PASSED' });
    await selection.query('UPDATE assessment_attempt SET candidate_id = $2 WHERE candidate_id = $1', [
      ...[earlier.candidate, who.candidate],
    ]);
    selection.at('2025-11-16T10:00');
    await returns(one, of.steps.get('assessment'));
    expect((await codesTold(selection, one)).slice(-2)).toEqual(['EXCLUSION_LIFTED', 'STEP_EXEMPTED']);
    expect(await standing(selection, [one])).toEqual(['IN_PROGRESS oral']);
  });

  test('is nobody’s any more once the candidate was erased', async () => {
    const of = await assessing(selection, 1);
    await planned(selection, of);
    expect(await own(of.applicants[0]!)).toHaveLength(1);
    await selection.erased(of.applicants[0]!);
    expect(await own(of.applicants[0]!)).toEqual([]);
    expect(await task(of, 'PLAN_SESSIONS')).toBeUndefined();
  });
});
