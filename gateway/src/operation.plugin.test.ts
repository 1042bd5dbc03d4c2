import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { testTokens } from '@mandate-graph/testkit';
import { hashOf } from './http/parameters.ts';
import { OperationManifest } from './persisted/manifest.ts';
import { startGraph, type TestGraph } from './testing/graph.ts';

describe('what an operation cost', () => {
  const tokens = testTokens();
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ gateway: { tokens } });
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
    const token = await tokens.token('analyst');
    const answer = await graph.ask('query Walk($on: LocalDate) { vacancies { title(on: $on) } broken }', {
      variables: { on: '1999-12-31' },
      headers: { authorization: `Bearer ${token}` },
    });
    const lines = graph.lines.slice(before);
    expect(JSON.parse(lines.find((line) => line.includes('"operation"'))!)).toMatchObject({
      requestId: answer.headers.get(REQUEST_ID_HEADER),
      operation: null,
      kind: 'query',
      requests: 1,
      statements: 2,
      levels: 1,
      errors: ['INTERNAL_SERVER_ERROR'],
      ms: expect.any(Number),
    });
    expect(lines.join('')).not.toMatch(/1999|Bearer|Walk|vacancies|title/);
    for (const part of token.split('.')) expect(lines.join('')).not.toContain(part);
  });

  it('writes nothing of a token that is not taken', async () => {
    const before = graph.lines.length;
    expect((await graph.ask('{ motto }', { headers: { authorization: 'Bearer hush' } })).status).toBe(401);
    expect(graph.lines.slice(before).join('')).not.toMatch(/hush|Bearer/);
  });

  it('writes the name of an operation where all that are run are in a list', async () => {
    const body = 'query Motto { motto }';
    const listed = await startGraph({ gateway: { manifest: new OperationManifest([{ id: hashOf(body), body }]) } });
    try {
      await listed.ask(body);
      expect(JSON.parse(listed.lines.find((line) => line.includes('"operation"'))!)).toMatchObject({
        operation: 'Motto',
        errors: [],
      });
    } finally {
      await listed.close();
    }
  });
});
