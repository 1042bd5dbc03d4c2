import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fixedClock } from '@mandate-graph/domain';
import { WHILE_BOTH_ARE_OPEN } from '@mandate-graph/testkit';
import { type Answer, type Graph, startGraph } from '../../support/graph.ts';
import { askFacts } from '../support/fact.query.ts';
import { describeFacts, describeLines } from '../support/fact.tests.ts';
import { linesIn } from '../support/line.facts.ts';
import { stringsIn } from '../support/walk.ts';
import { COMPETENCES } from './facts.competences.ts';
import { APPOINTMENT, PARTICIPATION } from './facts.conditions.ts';
import { PURPOSE, RELATIONS, REMARKS, RESULT_AREAS } from './facts.duties.ts';
import { DEADLINE, HEADER, SILENCE } from './facts.header.ts';
import { LINES } from './facts.lines.ts';
import { BODIES, ORGANISATION } from './facts.organisation.ts';
import { APPLYING, RIGHTS, TESTS } from './facts.procedure.ts';
import { PAY, SIZE } from './facts.size.ts';
import { STEPS } from './facts.steps.ts';
import { SUBJECTS } from './subjects.ts';

const NOTICE = 'adjunct-administrateur-generaal';
const TABLES = {
  'the head of the notice': HEADER,
  'the deadline': DEADLINE,
  'what the notice is silent on': SILENCE,
  'the purpose of the job': PURPOSE,
  'the relations of the post': RELATIONS,
  'the result areas': RESULT_AREAS,
  'the organisation': ORGANISATION,
  'the bodies': BODIES,
  'the size': SIZE,
  'the offer': PAY,
  'who may take part': PARTICIPATION,
  'who may be appointed': APPOINTMENT,
  'the competences': COMPETENCES,
  'the steps of the selection': STEPS,
  'the tests': TESTS,
  'how one applies': APPLYING,
  'the rights of candidates': RIGHTS,
  'the remarks': REMARKS,
};

let graph: Graph;
let answer: Answer;
let clock = fixedClock(WHILE_BOTH_ARE_OPEN);
beforeAll(async () => {
  graph = await startGraph({ clock: { now: () => clock.now() } });
  answer = await askFacts(graph, SUBJECTS, Object.values(TABLES).flat());
});
afterAll(() => graph?.close());

test('the graph answers all of it, without an error', () => {
  expect(answer.errors).toBeUndefined();
  expect(Object.values(answer.data).every((subject) => subject !== null)).toBe(true);
});

for (const [name, facts] of Object.entries(TABLES)) describeFacts(name, facts, NOTICE, () => answer.data);
describeLines(LINES, NOTICE, () => answer.data);

describe('what follows from the facts', () => {
  test('the deputy supports and replaces the administrator-general, and does not report to them', () => {
    const between = linesIn(answer.data).filter(
      ({ from, to }) => from.id === answer.data.deputy.id && to.id === answer.data.administrator.id,
    );
    expect(between.map((line) => line.kind).toSorted()).toEqual(['DEPUTISES_FOR', 'SUPPORTS']);
  });

  test('four of the six specific competences are at specialist level', () => {
    const specific = answer.data.vacancy.competences.slice(0, 6);
    const tally = (field: string, value: string) =>
      specific.filter((one: Record<string, unknown>) => one[field] === value).length;
    expect(tally('masteryLevel', 'SPECIALIST')).toBe(4);
    expect(tally('masteryLevel', 'ADVANCED')).toBe(2);
    expect(tally('masteryType', 'APPLICATION')).toBe(3);
    expect(tally('masteryType', 'ANALYSIS')).toBe(2);
    expect(tally('masteryType', 'INSIGHT')).toBe(1);
  });

  test.each([
    ['2025-10-22T23:59:59+02:00', 'OPEN', 0],
    ['2025-10-23T00:00:00+02:00', 'CLOSED', null],
  ])('at %s the vacancy is %s', async (instant, status, daysLeft) => {
    clock = fixedClock(instant);
    const { data } = await graph.ask(
      'query($id: ID!) { vacancy(id: $id) { status closedOn applicationDeadline { daysLeft } } }',
      { id: answer.data.vacancy.id },
    );
    expect(data.vacancy).toEqual({ status, closedOn: '2025-10-22', applicationDeadline: { daysLeft } });
  });
});

describe('the page', () => {
  test('leaves none of its defects in the graph', () => {
    const defects = /Afgesloten|Our offer|wegingklassen|volgens conform|ZekerheidA|\n|^\s|\s$|^-/;
    expect(stringsIn(answer.data).filter((text) => defects.test(text))).toEqual([]);
  });
});
