import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type Graph, startGraph } from '../support/graph.ts';
import { type Example, examplesOf } from './examples.ts';
import { filled, type Made, takeIn } from './placeholders.ts';

const examples = examplesOf('docs/applying.md', 'Walking through');
const AFTER_THE_DEADLINE = Temporal.Instant.from('2025-10-23T09:00:00+02:00');

let now = Temporal.Instant.from('2025-09-01T09:00:00+02:00');
let graph: Graph;
const made: Made = new Map();
beforeAll(async () => {
  graph = await startGraph({ clock: { now: () => now } });
});
afterAll(() => graph?.close());

/** What the text says is done before a request, by the request's title. */
const BEFORE: Readonly<Record<string, () => Promise<void>>> = {
  'A diploma, with its copy': async () => {
    const url = new URL(made.get('<upload>')!, graph.url);
    const response = await fetch(url, { method: 'PUT', body: '%PDF-1.7\n%%EOF\n' });
    expect({ status: response.status, answer: await response.json() }).toMatchObject({
      status: 201,
      answer: { bytes: 15 },
    });
  },
  'After the deadline': async () => {
    now = AFTER_THE_DEADLINE;
    const frozen = () => graph.database.query('SELECT FROM candidates.application_snapshot');
    while ((await frozen()).length === 0) await new Promise(setImmediate);
  },
};

const ask = ({ role, query, variables }: Example) => {
  if (role === 'public') return graph.ask(query, filled(variables, made));
  const asker = graph.as(role, role === 'candidate' ? { subject: 'robin' } : { institution: 'ksz-ehealth' });
  return asker.ask(query, filled(variables, made));
};

describe('each step of docs/applying.md', () => {
  test.each(examples.map((example) => [example.title, example] as const))(
    '%s: is answered as printed',
    async (_, step) => {
      await BEFORE[step.title]?.();
      const answer = await ask(step);
      takeIn(step.answer, answer, made);
      expect(answer).toEqual(filled(step.answer, made));
    },
  );

  test('is one of as many as there are, and what is done before some of them belongs to one', () => {
    expect(examples).toHaveLength(16);
    expect(Object.keys(BEFORE).filter((title) => !examples.some((example) => example.title === title))).toEqual([]);
  });
});
