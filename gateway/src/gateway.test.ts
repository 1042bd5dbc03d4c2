import diagnostics from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, startGraph, type TestGraph } from './testing/graph.ts';
import { subgraphs } from './testing/subgraphs.ts';

describe('in production', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ environment: { production: true } });
  });
  afterAll(() => graph.close());

  it('introspection, suggestions, timing and the page to ask by hand are off', async () => {
    const introspection = await graph.ask('{ __schema { queryType { name } } }');
    expect(introspection.status).toBe(400);
    expect(introspection.body.errors![0]!.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await graph.ask('{ vacancy { id } }')).text).not.toContain('vacancies');
    expect((await graph.ask('{ motto }')).headers.get('server-timing')).toBeNull();
    for (const path of ['/', '/graphiql/app.js', '/graphiql/graphiql.js']) {
      expect((await fetch(`${graph.gateway.url}${path}`)).status).toBe(404);
    }
  });
});

describe('starting and stopping', () => {
  it('starts without asking anyone', async () => {
    const asked: unknown[] = [];
    const note = (message: unknown): void => void asked.push(message);
    diagnostics.subscribe('http.client.request.start', note);
    diagnostics.subscribe('undici:request:create', note);
    try {
      const graph = await startGraph();
      expect(asked.length).toBe(0);
      await graph.close();
    } finally {
      diagnostics.unsubscribe('http.client.request.start', note);
      diagnostics.unsubscribe('undici:request:create', note);
    }
  });

  it('says which port is taken, and leaves nothing behind', async () => {
    const graph = await startGraph();
    const port = Number(new URL(graph.gateway.url).port);
    await expect(startGraph({ environment: { port } })).rejects.toThrow(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use .* PORT `),
    );
    await graph.close();
  });

  it('does not start on a supergraph that is none', async () => {
    await expect(startGraph({ gateway: { supergraphSdl: 'type Query { a: Int }' } })).rejects.toThrow();
  });

  it('finishes what is in flight, then refuses', async () => {
    let release: (value: string) => void = () => {};
    let arrive: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slow = () =>
      new Promise<string>((resolve) => {
        release = resolve;
        arrive();
      });
    const graph = await startGraph({ subgraphs: subgraphs({ slow }), environment: { subgraphTimeout: 10_000 } });
    const inFlight = graph.ask('{ slow }');
    await arrived;
    let closed = false;
    const closing = graph.gateway.close().then(() => {
      closed = true;
    });
    expect(await graph.gateway.ready()).toBe(false);
    await expect(ask(graph.gateway.url, { query: '{ motto }' })).rejects.toThrow();
    expect(closed).toBe(false);
    const began = performance.now();
    release('done');
    expect((await inFlight).body).toEqual({ data: { slow: 'done' } });
    await closing;
    // A connection that is kept alive must not hold the process until the grace has passed.
    expect(performance.now() - began).toBeLessThan(8_000);
    await graph.close();
  });
});
