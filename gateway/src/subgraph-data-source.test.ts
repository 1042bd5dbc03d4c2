import type http from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ARRIVAL_HEADER, CREDENTIAL_HEADER, REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { testPlatform, testTokens } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { type Answer, json, LEAK, startFake, startGraph, type TestGraph } from './testing/graph.ts';

const CALLER_ID = '7f6c2a52-53a4-4f3e-8d1c-0a4f4be0a7b1';

const INSTITUTION_ONLY = '{ motto }';

describe('an answer that does not fit the schema', () => {
  const QUERY = '{ vacancies { id days unit { name } } }';
  const ask = async (entity: string): Promise<Answer & { log: string }> => {
    const fake = await startFake(json(`{"data":{"_entities":[${entity},${entity},${entity}]}}`));
    const graph = await startGraph();
    try {
      graph.redirect('ksz-ehealth', fake.url);
      const answer = await graph.ask(QUERY);
      expect(answer.text).not.toMatch(LEAK);
      expect(answer.body.extensions).toBeUndefined();
      return { ...answer, log: graph.lines.join('') };
    } finally {
      await graph.close();
      await fake.close();
    }
  };

  it.each([
    ['a value of another type', '{"days":"of 127.0.0.1","unit":{"name":"u"}}', 'days'],
    ['an object for a value', '{"days":{"a":1},"unit":{"name":"u"}}', 'days'],
    ['a list for an object', '{"days":1,"unit":[1]}', 'unit'],
    ['an object without its fields', '{"days":1,"unit":{"__proto__":{"name":"u"}}}', 'unit'],
  ])('gives a masked error at the place of %s, and the rest', async (_name, entity, field) => {
    const { status, body, log } = await ask(entity);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ vacancies: [{ id: 'v1', [field]: null }, { id: 'v2' }, { id: 'v3' }] });
    expect(body.errors).toHaveLength(3);
    const { id } = body.errors![0]!.extensions as { id: string };
    for (const [index, error] of body.errors!.entries()) {
      expect(error.message).toContain(id);
      expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id });
      expect(error.path!.slice(0, 3)).toEqual(['vacancies', index, field]);
    }
    expect(log).toContain(id);
    expect(log).not.toContain('of 127.0.0.1');
  });

  it.each([
    ['a string for an object', '{"days":1,"unit":"127.0.0.1"}'],
    ['a type that there is none of', '{"__typename":"Nope","days":1,"unit":{"name":"u"}}'],
  ])('gives one masked error or more, and nothing else, for %s', async (_name, entity) => {
    const { body } = await ask(entity);
    expect(body.data ?? null).toBeNull();
    for (const { extensions } of body.errors!) expect(extensions!['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('a request to a subgraph', () => {
  it('carries credential, request id, arrival and what was asked, and nothing of the caller', async () => {
    const seen: http.IncomingHttpHeaders[] = [];
    const fake = await startFake((request, response) => {
      seen.push(request.headers);
      json('{"data":{"motto":"m"}}')(request, response);
    });
    const tokens = testTokens();
    // Each look at the clock is a second later: it is looked at once, when the request comes.
    let seconds = 0;
    const clock = { now: () => Temporal.Instant.from('2025-10-22T21:59:59.999Z').add({ seconds: seconds++ }) };
    const graph = await startGraph({ gateway: { tokens, clock } });
    try {
      graph.redirect('ksz-ehealth', fake.url);
      await graph.ask(INSTITUTION_ONLY, {
        headers: {
          [ARRIVAL_HEADER]: '2025-10-01T00:00:00Z',
          [REQUEST_ID_HEADER]: CALLER_ID,
          [CREDENTIAL_HEADER]: 'forged',
          authorization: `Bearer ${await tokens.token('analyst')}`,
          cookie: 'a=b',
        },
      });
      expect(Object.keys(seen[0]!).sort()).toEqual(
        [
          'accept',
          'accept-encoding',
          'connection',
          'content-length',
          'content-type',
          'host',
          ARRIVAL_HEADER,
          CREDENTIAL_HEADER,
          REQUEST_ID_HEADER,
        ].sort(),
      );
      expect(seen[0]![REQUEST_ID_HEADER]).toBe(CALLER_ID);
      expect(seen[0]![ARRIVAL_HEADER]).toBe('2025-10-22T21:59:59.999Z');
      expect(seen[0]!['accept-encoding']).toBe('identity');
      const shown = await testPlatform({ databaseUrl: '' }).actorCredentials.verify(
        String(seen[0]![CREDENTIAL_HEADER]),
        'ksz-ehealth',
      );
      expect(shown).toMatchObject({ kind: 'person', subject: 'test:analyst', grants: [{ role: 'analyst' }] });
    } finally {
      await graph.close();
      await fake.close();
    }
  });

  it('is refused by another subgraph than the one it was signed for', async () => {
    const graph = await startGraph();
    try {
      // The credential names ksz-ehealth; the catalogue gets it.
      graph.redirect('ksz-ehealth', graph.urlOf('catalogue'));
      expect((await graph.ask(INSTITUTION_ONLY)).body.errors).toMatchObject([
        { extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ksz-ehealth' } },
      ]);
      expect(graph.lines.join('')).toContain('"reason":"status 401"');
    } finally {
      await graph.close();
    }
  });
});

describe('errors of a subgraph itself', () => {
  let graph: TestGraph;
  afterEach(() => graph.close());

  it('pass with their code, problems and path, and without the subgraph’s inner names', async () => {
    graph = await startGraph();
    const answer = await graph.ask('{ vacancies { id } refused }');
    expect(answer.body).toEqual({
      data: { vacancies: [{ id: 'v1' }, { id: 'v2' }, { id: 'v3' }], refused: null },
      errors: [
        {
          message: 'filter.text is too long.',
          path: ['refused'],
          extensions: {
            code: 'BAD_USER_INPUT',
            problems: [{ path: 'filter.text', code: 'TOO_LONG', value: 'abc', rule: 'filter.text is too long.' }],
          },
        },
      ],
    });
  });

  it('pass with the same id when they are masked', async () => {
    graph = await startGraph();
    const answer = await graph.ask('{ broken }');
    expect(answer.status).toBe(200);
    const [error] = answer.body.errors!;
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Something went wrong on our side\./),
      path: ['broken'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
    });
    expect(answer.text).not.toMatch(LEAK);
    expect(answer.text).not.toContain('secret');
    expect(graph.lines.some((line) => line.includes(String(error!.extensions!['id'])))).toBe(true);
  });
});

describe('an entity that its subgraph no longer shows', () => {
  it('is null where it may be, without an error and without a word on how the gateway noticed', async () => {
    const graph = await startGraph();
    try {
      const answer = await graph.ask('{ vacancies { id unit { name } } }');
      expect(answer.body).toEqual({
        data: {
          vacancies: [
            { id: 'v1', unit: { name: 'Unit of v1' } },
            { id: 'v2', unit: { name: 'Unit of v2' } },
            { id: 'v3', unit: null },
          ],
        },
      });
    } finally {
      await graph.close();
    }
  });
});
