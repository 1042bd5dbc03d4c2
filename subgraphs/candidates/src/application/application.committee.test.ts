import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { OPEN } from '../eligibility/testing/trees.ts';
import { completeFile } from '../file/testing/contents.ts';
import { PROCEDURE } from '../section/testing/sections.ts';
import { holderOf, memberOf, sit, stand } from '../selection/testing/standing.rows.ts';
import { openReading, type Reading } from './testing/reading.graph.ts';
import { readings } from './testing/readings.ts';
import { insertSubmitted, settleSubmitted, submitted } from './testing/submitted.ts';

const VACANCY = 'vrb:vacancy:committee';
const BEFORE = '2026-10-05T10:00:00Z';
/** The first instant that is too late: the deadline is 22 October, local. */
const CLOSED = '2026-10-22T22:00:00Z';
const state = vacancyState({
  ...{ participationConditions: OPEN, applicationProcedure: PROCEDURE, opensOn: '2026-09-01' },
  applicationDeadline: { date: '2026-10-22', timeOfDay: null },
});
const one = submitted(VACANCY, completeFile());
const two = submitted(VACANCY, completeFile());
let graph: Reading;

beforeAll(async () => {
  graph = await openReading(BEFORE, [recordedSubject('vacancy', VACANCY, 1, [always(state)])]);
  await insertSubmitted(graph.database, [one, two]);
  await settleSubmitted(graph.database, [one, two], CLOSED);
  graph.setClock(CLOSED);
  await stand(graph.database, 'IN_PROGRESS', [one.id, two.id]);
});
afterAll(() => graph?.close());

const { newInLog } = readings(() => graph);
beforeEach(newInLog);

/** Whether whoever has the token of the committee sees the file of each. */
const sees = async () => {
  const of = [one, two].map(({ id }) => ({ __typename: 'Application', id }));
  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { id file { frozenAt } } } }';
  const { data } = await graph.ask(memberOf(VACANCY), query, { of });
  return data._entities.map((it: { file: unknown } | null) => it !== null && it.file !== null);
};
const other = { holder: holderOf('member-2'), barredFrom: [] };
const me = (barredFrom: 'ALL' | string[]) => ({ holder: holderOf('member-1'), barredFrom });

test('of no committee that was told of, a token opens nothing, and nothing is noted', async () => {
  expect(await sees()).toEqual([false, false]);
  expect(await newInLog()).toEqual([]);
});

test.each([
  ['nobody is on', [], [false, false]],
  ['another is on', [other], [false, false]],
  ['somebody was on who is erased', [other, { ...other, holder: null }], [false, false]],
  ['they are on, and barred from the procedure', [other, me('ALL')], [false, false]],
  ['they are on, and barred from one', [other, me([one.id])], [false, true]],
  ['they are on', [other, me([])], [true, true]],
])('a token of a committee that %s opens as much as that', async (_who, members, seen) => {
  await sit(graph.database, VACANCY, members);
  expect(await sees()).toEqual(seen);
});
