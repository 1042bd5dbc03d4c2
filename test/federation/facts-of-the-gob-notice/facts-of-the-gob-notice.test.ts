import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Graph, startGraph } from '../../support/graph.ts';
import { askFacts } from '../support/fact.query.ts';
import { describeFacts, describeLines } from '../support/fact.tests.ts';
import { stringsIn } from '../support/walk.ts';
import { CONDITIONS } from './facts.conditions.ts';
import { MISSION, RESPONSIBILITIES } from './facts.duties.ts';
import { HEADER, SILENCE } from './facts.header.ts';
import { LINES } from './facts.lines.ts';
import { ORGANISATION } from './facts.organisation.ts';
import { ACTORS, PROCEDURE } from './facts.procedure.ts';
import { COMPETENCES, PAY } from './facts.profile.ts';
import { SUBJECTS } from './subjects.ts';

const TABLES = {
  'the head of the notice': HEADER,
  'what the notice is silent on': SILENCE,
  'who may apply': CONDITIONS,
  'the mission': MISSION,
  'the responsibilities': RESPONSIBILITIES,
  'the organisation': ORGANISATION,
  'the profile': COMPETENCES,
  'the pay': PAY,
  'the procedure': PROCEDURE,
  'those it names': ACTORS,
};

let graph: Graph;
let answer: Answer;
beforeAll(async () => {
  graph = await startGraph();
  answer = await askFacts(graph, SUBJECTS, Object.values(TABLES).flat());
});
afterAll(() => graph?.close());

test('the graph answers all of it, without an error', () => {
  expect(answer.errors).toBeUndefined();
  expect(Object.values(answer.data).every((subject) => subject !== null)).toBe(true);
});

for (const [name, facts] of Object.entries(TABLES)) describeFacts(name, facts, 'a5-ad-interim', () => answer.data);
describeLines(LINES, 'a5-ad-interim', () => answer.data);

describe('the text file', () => {
  test('leaves none of its defects in the graph', () => {
    const defects = /zij n\/haar|aan de aan de|Hoofdstedelijke |teams\/ |\*|•|\n|\u00ad|^\s|\s$/;
    expect(stringsIn(answer.data).filter((text) => defects.test(text))).toEqual([]);
  });
});
