import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PUBLIC } from './acts.ts';
import { FAMILY } from './applicants.ts';
import { FederalRound, NAMES, type Name } from './federal.round.ts';
import { toldOf } from './inbox.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';

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
const LIFTED = ['EXCLUDED_NOT_REGISTERED', 'EXCLUSION_CONTESTED', 'EXCLUSION_LIFTED', 'SESSION_BOOKED'];

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
