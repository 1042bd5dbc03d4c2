import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { startGraph, type TestGraph } from './testing/graph.ts';

describe('what an operation cost', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.close());

  it('reports requests, statements and levels of a plan that needs two', async () => {
    const answer = await graph.ask('query Walk { vacancies { id title unit { name } } }');
    expect(graph.reports.at(-1)).toEqual({
      operationName: 'Walk',
      levels: 2,
      requests: [
        { subgraph: 'catalogue', statements: 2, ms: expect.any(Number) },
        { subgraph: 'ksz-ehealth', statements: 3, ms: expect.any(Number) },
      ],
    });
    expect(answer.headers.get('server-timing')).toMatch(
      /^catalogue;dur=[\d.]+;desc="2 statements", ksz-ehealth;dur=[\d.]+;desc="3 statements"$/,
    );
    await graph.ask('{ vacancies { id } motto }');
    expect(graph.reports.at(-1)).toMatchObject({ levels: 1, requests: [{}, {}] });
  });

  it('writes one line per operation, with its cost and without its content', async () => {
    const before = graph.lines.length;
    const answer = await graph.ask('query Walk($on: LocalDate) { vacancies { title(on: $on) } broken }', {
      variables: { on: '1999-12-31' },
      headers: { authorization: 'Bearer hush' },
    });
    const lines = graph.lines.slice(before);
    expect(JSON.parse(lines.find((line) => line.includes('"operation"'))!)).toMatchObject({
      requestId: answer.headers.get(REQUEST_ID_HEADER),
      operation: 'Walk',
      kind: 'query',
      requests: 1,
      statements: 2,
      levels: 1,
      errors: ['INTERNAL_SERVER_ERROR'],
      ms: expect.any(Number),
    });
    expect(lines.join('')).not.toMatch(/1999|hush|vacancies|title/);
  });
});
