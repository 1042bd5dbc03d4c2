import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditTrails, type TrailReport } from '@mandate-graph/selection';
import { type Player, PUBLIC } from './acts.ts';
import { FAMILY } from './applicants.ts';
import { FederalRound, NAMES, type Name } from './federal.round.ts';
import { inboxOf, toldOf } from './inbox.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';

const OFFICER: Player = { name: 'the privacy officer', role: 'privacy-officer' };

let stage: Stage;
let round: FederalRound;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  round = await FederalRound.applied(stage);
  await round.preselection();
  await round.assessment();
  await round.oral();
  await round.result();
  await round.decision();
});
afterAll(() => stage?.close());

const BEGUN = ['SELECTION_STARTED'];
const ADMITTED = [...BEGUN, 'ELIGIBILITY_DECIDED', 'STEP_PASSED', 'BOOK_SESSION', 'BOOK_SESSION'];
const BOOKED = [...ADMITTED, 'SESSION_BOOKED'];
const INVITED = [...BOOKED, 'STEP_PASSED', 'STEP_INVITED'];
const CHOSEN = ['ELIGIBILITY_DECIDED', 'SELECTED_FOR_APPOINTMENT', 'ANSWER_APPOINTMENT', 'APPOINTED'];
const LIFTED = ['EXCLUDED_NOT_REGISTERED', 'EXCLUSION_CONTESTED', 'EXCLUSION_LIFTED', 'BOOK_SESSION', 'SESSION_BOOKED'];

/** What each comes to: the status, the step and its outcome, and what the candidate was told. */
const EXPECTED: Readonly<Record<Name, readonly [string, string, string | null, readonly string[]]>> = {
  Appointed: ['APPOINTED', 'RESULT', 'SUITABLE', [...INVITED, 'RESULT_SENT', ...CHOSEN]],
  Ranked: ['NOT_APPOINTED', 'RESULT', 'SUITABLE', [...INVITED, 'RESULT_SENT', 'NOT_APPOINTED']],
  Returned: [
    ...(['NOT_APPOINTED', 'RESULT', 'SUITABLE'] as const),
    [...ADMITTED, ...LIFTED, 'STEP_PASSED', 'STEP_INVITED', 'RESULT_SENT', 'NOT_APPOINTED'],
  ],
  Unsuitable: ['UNSUITABLE', 'RESULT', 'UNSUITABLE', [...INVITED, 'RESULT_SENT']],
  Unheard: ['EXCLUDED', 'ORAL_TEST', 'ABSENT', [...INVITED, 'EXCLUDED_ABSENT']],
  Nearly: ['EXCLUDED', 'COMPUTER_ASSESSMENT', 'FAILED', [...BOOKED, 'EXCLUDED_BY_STEP']],
  Absent: ['EXCLUDED', 'COMPUTER_ASSESSMENT', 'ABSENT', [...BOOKED, 'EXCLUDED_ABSENT']],
  Withdrawn: ['WITHDRAWN', 'COMPUTER_ASSESSMENT', null, [...BOOKED, 'APPLICATION_WITHDRAWN']],
  Unregistered: ['EXCLUDED', 'COMPUTER_ASSESSMENT', 'NOT_REGISTERED', [...ADMITTED, 'EXCLUDED_NOT_REGISTERED']],
  Inadmissible: ['EXCLUDED', 'ELIGIBILITY_SCREENING', 'FAILED', [...BEGUN, 'EXCLUDED_BY_STEP']],
  Ineligible: ['EXCLUDED', 'ELIGIBILITY_SCREENING', 'FAILED', [...BEGUN, 'ELIGIBILITY_DECIDED']],
};

test.each(NAMES)('%s: is where the steps have brought them, sees it, and was told each outcome once', async (name) => {
  const [status, kind, result, told] = EXPECTED[name];
  const { run, all } = round;
  const { outcomes, ...progress } = await run.progress(all[name]);
  expect(progress).toMatchObject({ status, step: { kind } });
  expect(await run.standing(all[name])).toMatchObject({ status, version: progress.version, step: { kind } });
  const last = outcomes.filter(({ step }: { step: { kind: string } }) => step.kind === kind);
  const contestable = result === 'ABSENT' || result === 'NOT_REGISTERED';
  expect(last).toMatchObject(result === null ? [] : [{ result, contestable, decidedBy: null }]);
  expect(await toldOf(stage, all[name].as)).toEqual(told);
});

test.each([
  ['registering after the preselection', ['application NOT_IN_THIS_STEP']],
  ['passing with 59.99', ['passed NOT_AS_SCORED']],
  ['a committee of seven', ['members COMMITTEE_SIZE']],
  ['an undeclared member', ['members INTEREST_NOT_DECLARED']],
  ['ranking the unsuitable', ['places[0].applications[0] NOT_SUITABLE', ...Array(3).fill('places NOT_RANKED')]],
  ['appointing before the conditions are judged', ['application CONDITIONS_NOT_JUDGED']],
])('%s is refused', (what, problems) => {
  expect(round.refusals.get(what)).toEqual(problems);
});

test('reasons stand where the candidate reads the outcome, and what a rule decided says which', async () => {
  const { run, all } = round;
  const outcomesOf = async (name: Name) => (await run.progress(all[name])).outcomes.at(-1);
  expect(await outcomesOf('Nearly')).toMatchObject({
    result: 'FAILED',
    rule: null,
    reasons: because('de drie testen'),
  });
  expect(await outcomesOf('Inadmissible')).toMatchObject({ reasons: because('de ontvankelijkheid') });
  expect(await outcomesOf('Unsuitable')).toMatchObject({ reasons: because('Unsuitable') });
  expect(await outcomesOf('Absent')).toMatchObject({ rule: 'ABSENT', reasons: null });
  expect(await outcomesOf('Unregistered')).toMatchObject({ rule: 'NOT_REGISTERED', reasons: null });
});

test('the places are those of the ranking, and nobody else has one', async () => {
  const places = await Promise.all(
    NAMES.map(async (name) => [name, (await round.run.standing(round.all[name])).place] as const),
  );
  expect(places.filter(([, place]) => place !== null)).toEqual([
    ['Appointed', 1],
    ['Ranked', 2],
    ['Returned', 3],
  ]);
});

test('the public sees the appointee and counts that point at nobody', async () => {
  const query = `query ($id: ID!) { selectionProcedure(id: $id) { status ending appointee { name }
    counts { candidates admitted suitable } result { suitable unsuitable } trailHead { entries } } }`;
  const { selectionProcedure } = await stage.ask(PUBLIC, query, { id: round.run.id });
  expect(selectionProcedure).toEqual({
    ...{ status: 'COMPLETED', ending: 'APPOINTED', appointee: { name: `Appointed ${FAMILY}` } },
    counts: expect.objectContaining({ suitable: null }),
    ...{ result: { suitable: null, unsuitable: null }, trailHead: { entries: null } },
  });
});

/** What can be done afterwards, in the order of the days. */
const deadlineOf = async (name: Name, code: string) => {
  const { deadlines } = await round.run.progress(round.all[name]);
  return deadlines.find((one: { code: string }) => one.code === code);
};
const request = (mutation: string, name: 'Unsuitable' | 'Nearly') => {
  const { as, application } = round.all[name];
  return [as, mutation, { application, text: 'Hoe kwam dit resultaat tot stand?' }] as const;
};

test('nobody is erased while a window is open', async () => {
  const { candidate } = round.all.Nearly;
  stage.at('2026-01-20T10:00');
  expect(await round.run.refused(OFFICER, 'eraseCandidate', { candidate, reasons: 'Op eigen verzoek.' })).toEqual(
    expect.arrayContaining(['account APPEAL', 'account FEEDBACK']),
  );
});

test('feedback can be asked for up to the end of the last day, and at midnight no longer', async () => {
  const { run } = round;
  // Sent on 24 November 2025.
  expect(await deadlineOf('Nearly', 'FEEDBACK')).toEqual({ code: 'FEEDBACK', lastDay: '2026-01-24', open: true });
  stage.at('2026-01-24T23:59:59.999');
  await run.act(...request('requestFeedback', 'Nearly'));
  stage.at('2026-01-25T00:00');
  expect(await run.refused(...request('requestFeedback', 'Nearly'))).toEqual(['application FEEDBACK_OVER']);
  // A complaint has no last day.
  await run.act(...request('fileComplaint', 'Nearly'));
});

test('a result that was sent on 31 December leaves until the last day of February', async () => {
  const { run } = round;
  expect(await deadlineOf('Unsuitable', 'FEEDBACK')).toMatchObject({ lastDay: '2026-02-28', open: true });
  stage.at('2026-02-28T23:59:59');
  expect(await finalOf('Appointed')).toBe(false);
  const { id, version } = await run.act(...request('requestFeedback', 'Unsuitable'));
  await run.act(run.recruiter, 'answerRequest', { request: id, version, answer: because('het resultaat') });
  stage.at('2026-03-01T00:00');
  expect(await run.refused(...request('requestFeedback', 'Unsuitable'))).toEqual(['application FEEDBACK_OVER']);
  await stage.settled();
  const codes = (await inboxOf(stage, round.all.Unsuitable.as)).map(({ code }) => code);
  expect(codes.slice(-2)).toEqual(['FEEDBACK_REQUESTED', 'FEEDBACK_GIVEN']);
});

test('what a rule decided and a person lifted cannot be appealed any more: what came after it can', async () => {
  // Of the decision, sent on 15 January 2026 with the remedy.
  expect(await deadlineOf('Returned', 'APPEAL')).toMatchObject({ lastDay: '2026-03-16' });
});

test('what a rule decided is contested within its window only', async () => {
  const { as, application } = round.all.Absent;
  const { id: step } = await round.run.step('COMPUTER_ASSESSMENT');
  expect(await deadlineOf('Absent', 'CONTEST')).toMatchObject({ lastDay: '2025-12-17', open: false });
  const contest = { application, step, grounds: 'Ik was er wel.' };
  expect(await round.run.refused(as, 'contestOutcome', contest)).toEqual(['application CONTEST_OVER']);
});

const finalOf = async (name: 'Unsuitable' | 'Appointed') => (await round.run.progress(round.all[name])).final;

test('nothing is final while a window is open', async () => {
  expect([await finalOf('Appointed'), await finalOf('Unsuitable')]).toEqual([true, false]);
  // The result named the appeal: 60 days from 31 December.
  stage.at('2026-03-01T23:59');
  expect(await finalOf('Unsuitable')).toBe(false);
  stage.at('2026-03-02T00:00');
  expect(await finalOf('Unsuitable')).toBe(true);
});

const query = `query ($id: ID!) { selectionProcedure(id: $id) { finalFrom
  counts { candidates admitted suitable steps { passed } } trailHead { entries hash } } }`;
const seen = async (as: Player) => (await stage.ask(as, query, { id: round.run.id })).selectionProcedure;

test('a failed candidate is erased once the windows are over: the trail is whole, counts stay, and the name is gone', async () => {
  const { run, all } = round;
  const { as, application, candidate } = all.Nearly;
  stage.at('2026-12-01T10:00');
  const before = { institution: await seen(run.recruiter), everyone: await seen(PUBLIC) };
  await run.act(OFFICER, 'eraseCandidate', { candidate, reasons: 'Op eigen verzoek.' });
  await stage.settled();
  expect({ institution: await seen(run.recruiter), everyone: await seen(PUBLIC) }).toEqual(before);
  const reports: TrailReport[] = [];
  await auditTrails(stage.graph.database.url, { tell: (report) => void reports.push(report) });
  expect(reports).toEqual([
    {
      name: run.vacancy,
      procedure: run.id,
      verdict: { whole: true, entries: before.institution.trailHead.entries, hash: expect.anything() },
    },
  ]);
  expect(await run.standing(all.Nearly)).toMatchObject({ id: application, status: 'EXCLUDED' });
  const everything = await stage.graph.database.query<{ row: string }>(
    `SELECT to_jsonb(entry)::text AS row FROM selection.trail_entry entry UNION ALL
     SELECT to_jsonb(event)::text FROM selection.outbox event UNION ALL
     SELECT to_jsonb(event)::text FROM candidates.outbox event`,
  );
  expect(everything.filter(({ row }) => row.includes(as.name) || row.includes(as.subject!))).toEqual([]);
  const keys = await stage.graph.database.query('SELECT FROM selection.person_key WHERE person = $1', [
    `candidate:${candidate}`,
  ]);
  expect(keys).toEqual([]);
});
