import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Player, PUBLIC } from '../a-selection-takes-another-turn/acts.ts';
import { FederalRound, MOMENTS, NAMES } from '../a-selection-takes-another-turn/federal.round.ts';
import { inboxOf, type Told } from '../a-selection-takes-another-turn/inbox.ts';
import { because } from '../a-selection-takes-another-turn/running.ts';
import { openStage, type Stage } from '../a-selection-takes-another-turn/stage.ts';
import { DEPUTY } from '../a-selection-takes-another-turn/vacancies.ts';
import { personalIn } from './personal.ts';
import { calledOff } from './told.round.ts';

type Moment = (typeof MOMENTS)[number] | 'closed' | 'admitted' | 'assessed' | 'decided';
const ASKED = ['recruiter', 'authority', 'chair', 'member', 'candidate'] as const;

/** What waits for whom at each moment: kind, and how many candidates it concerns. Nobody else is asked for anything. */
const EXPECTED: Readonly<Record<Moment, Partial<Record<(typeof ASKED)[number], readonly string[]>>>> = {
  closed: { recruiter: ['START_SELECTION'] },
  admitted: { recruiter: ['PLAN_SESSIONS 9', 'COMPLETE_COMMITTEE'] },
  planned: { recruiter: ['COMPLETE_COMMITTEE'], candidate: ['BOOK_SESSION 1'] },
  registered: { recruiter: ['COMPLETE_COMMITTEE'] },
  assessed: { recruiter: ['COMPLETE_COMMITTEE', 'INVITE_TO_HEARING 5'] },
  judging: {
    recruiter: ['COMPLETE_COMMITTEE', 'INVITE_TO_HEARING 5'],
    ...{ chair: ['DECLARE_INTERESTS 5'], member: ['DECLARE_INTERESTS 5'] },
  },
  invited: { recruiter: ['COMPLETE_COMMITTEE'] },
  heard: { chair: ['SCORE_CANDIDATES 4'], member: ['SCORE_CANDIDATES 4'] },
  scored: { chair: ['CONCLUDE_CANDIDATES 4'] },
  concluded: { chair: ['RANK_CANDIDATES 3'] },
  ranked: { chair: ['SUBMIT_RESULT'] },
  submitted: { recruiter: ['SEND_OUTCOMES 4'], authority: ['INTERVIEW_CANDIDATES 3'] },
  interviewed: { authority: ['DECIDE_APPOINTMENT'] },
  chosen: { candidate: ['ANSWER_APPOINTMENT 1'] },
  accepted: { recruiter: ['SEND_OUTCOMES 3'], authority: ['PUBLISH_APPOINTMENT 1'] },
  decided: {},
};

let stage: Stage;
let round: FederalRound;
const asked = new Map<Moment, object>();
/** Tasks in the inbox of one candidate that are to be done. */
const toDo = new Map<Moment, readonly string[]>();
const told: Told[] = [];
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  round = await FederalRound.applied(stage, meanwhile);
  stage.at('2025-10-24T10:00');
  await stage.settled();
  await note('closed');
  await round.preselection();
  await note('admitted');
  await calledOff(round);
  await round.assessment();
  await note('assessed');
  await round.oral();
  await round.result();
  await round.decision();
  await note('decided');
  await requests();
  for (const { as } of Object.values(round.all)) told.push(...(await inboxOf(stage, as)));
});
afterAll(() => stage?.close());

async function meanwhile(moment: (typeof MOMENTS)[number]): Promise<void> {
  await note(moment);
  const { run, all } = round;
  if (moment === 'registered') {
    // Given up, and taken again.
    const { as, application } = all.Ranked;
    const query = '{ me { applications { progress { booking { session { id } } } } } }';
    const { me } = await stage.ask(as, query);
    await run.act(as, 'cancelRegistration', { application });
    await run.act(as, 'registerForSession', { application, session: me.applications[0].progress.booking.session.id });
  }
  if (moment !== 'judging') return;
  const { as, application } = all.Absent;
  const { id: step } = await run.step('COMPUTER_ASSESSMENT');
  const { id: request, version } = await run.act(as, 'contestOutcome', { application, step, grounds: 'Een storing.' });
  await run.act(run.recruiter, 'answerRequest', { request, version, upheld: false, answer: because('de lijst') });
}

async function requests(): Promise<void> {
  const { run, all } = round;
  const { as, application } = all.Unsuitable;
  for (const mutation of ['requestFeedback', 'fileComplaint']) {
    const { id: request, version } = await run.act(as, mutation, { application, text: 'Hoe kwam dit tot stand?' });
    await run.act(run.recruiter, 'answerRequest', { request, version, answer: because('het resultaat') });
  }
  await stage.settled();
}

interface Task {
  readonly kind: string;
  readonly count: number | null;
}
const TASKS = '{ myTasks { kind count procedure { id } text { nl fr en } } }';
async function tasksOf(as: Player | undefined): Promise<readonly string[]> {
  if (as === undefined) return [];
  const { myTasks } = await stage.ask(as, TASKS);
  return myTasks.map(({ kind, count }: Task) => (count === null ? kind : `${kind} ${count}`));
}

async function note(moment: Moment): Promise<void> {
  const { run, all } = round;
  const of = { recruiter: run.recruiter, authority: run.authority, chair: run.members[0], member: run.members[1] };
  const tasks = await Promise.all(
    Object.entries({ ...of, candidate: all.Appointed.as }).map(async ([who, as]) => [who, await tasksOf(as)] as const),
  );
  asked.set(moment, Object.fromEntries(tasks.filter(([, list]) => list.length > 0)));
  if (!['planned', 'registered', 'chosen', 'accepted'].includes(moment)) return;
  await stage.settled();
  const inbox = await inboxOf(stage, all.Appointed.as);
  toDo.set(
    moment,
    inbox.filter(({ kind, doneAt }) => kind === 'TASK' && doneAt === null).map(({ code }) => code),
  );
}

describe('what waits', () => {
  test.each(Object.keys(EXPECTED) as Moment[])('is asked of whom it waits for, and of nobody else: %s', (moment) => {
    expect(asked.get(moment)).toEqual(EXPECTED[moment]);
  });

  test('of a candidate comes into the inbox, and is done there once it is done', () => {
    expect(Object.fromEntries(toDo)).toEqual({
      ...{ planned: ['BOOK_SESSION'], registered: [], chosen: ['ANSWER_APPOINTMENT'], accepted: [] },
    });
  });

  test('is for nobody who is not signed in', async () => {
    const { data, errors } = await stage.tell(PUBLIC, TASKS);
    expect(data).toEqual({ myTasks: null });
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

const CODES = [
  ...['SELECTION_STARTED', 'STEP_PASSED', 'STEP_INVITED', 'SESSION_BOOKED', 'SESSION_RELEASED', 'SESSION_CALLED_OFF'],
  ...['EXCLUDED_BY_STEP', 'EXCLUDED_NOT_REGISTERED', 'EXCLUDED_ABSENT', 'EXCLUSION_CONTESTED', 'EXCLUSION_LIFTED'],
  ...['EXCLUSION_UPHELD', 'RESULT_SENT', 'SELECTED_FOR_APPOINTMENT', 'APPOINTED', 'NOT_APPOINTED'],
  ...['FEEDBACK_REQUESTED', 'FEEDBACK_GIVEN', 'COMPLAINT_FILED', 'COMPLAINT_ANSWERED'],
  ...['BOOK_SESSION', 'ANSWER_APPOINTMENT'],
];

describe('what candidates are told', () => {
  test('comes of everything that happened to them', () => {
    expect(CODES.filter((code) => !told.some((one) => one.code === code))).toEqual([]);
    expect(told.every(({ vacancy }) => vacancy?.id === DEPUTY)).toBe(true);
    expect(Object.keys(round.all)).toHaveLength(NAMES.length);
  });

  test.each(CODES)('is said in three languages, of which vacancy, and nothing of anybody: %s', async (code) => {
    const query = 'query ($id: ID!) { vacancy(id: $id) { title { nl fr en } } }';
    const { title } = (await stage.ask(PUBLIC, query, { id: DEPUTY })).vacancy;
    for (const { subject, text } of told.filter((one) => one.code === code)) {
      for (const language of ['nl', 'fr', 'en'] as const) {
        expect(subject[language]).toContain(title[language]);
        expect(text[language]).toContain(title[language]);
      }
      expect(new Set(Object.values(text)).size).toBe(3);
      expect(personalIn([...Object.values(subject), ...Object.values(text)])).toEqual([]);
    }
  });
});
