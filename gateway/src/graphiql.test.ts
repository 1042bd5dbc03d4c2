import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { startGraph, type TestGraph } from './testing/graph.ts';

describe('the page to ask by hand', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.close());

  const get = (path: string) => fetch(`${graph.gateway.url}${path}`);

  it('loads nothing from elsewhere, runs no inline script, and finds all its files', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThanOrEqual(7);
    for (const link of [...links, '/graphiql/examples.js']) {
      expect(link).toMatch(/^\/graphiql\//);
      const file = await get(link);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toMatch(/javascript|css|svg/);
      expect(Number(file.headers.get('content-length'))).toBeGreaterThan(100);
    }
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('has examples that are named GraphQL operations', async () => {
    const file = await (await get('/graphiql/examples.js')).text();
    const { examples, variables } = await import(`data:text/javascript,${encodeURIComponent(file)}`);
    const names = examples.map((query: string) => {
      const [operation] = parse(query).definitions;
      return operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined;
    });
    expect(new Set(names).size).toBe(examples.length);
    for (const name of Object.keys(variables)) expect(names).toContain(name);
  });
});
