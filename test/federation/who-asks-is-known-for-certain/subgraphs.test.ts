import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actorCredentials, CREDENTIAL_HEADER, GRANTS_CLAIM, readPrivateKey } from '@mandate-graph/runtime';
import { TEST_ACTOR_KEYS } from '@mandate-graph/testkit';
import { type Graph, startGraph } from '../../support/graph.ts';

const FORGED: Actor = {
  kind: 'person',
  subject: 'forged',
  grants: [{ role: 'recruiter', institution: 'gob-connectit', procedure: null, scopes: [] }],
};
const genuine = actorCredentials(readPrivateKey(TEST_ACTOR_KEYS.privateKey)!);
const REFUSAL = {
  status: 401,
  text: JSON.stringify({
    errors: [{ message: 'Only services of the graph may ask here.', extensions: { code: 'UNAUTHENTICATED' } }],
  }),
};

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph?.close());

async function send(name: string, headers: Record<string, string>) {
  const response = await fetch(`${graph.subgraphs.get(name)!.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return { status: response.status, text: await response.text() };
}

describe.each(['gob-connectit', 'ksz-ehealth', 'catalogue', 'candidates', 'selection'])(
  '%s, asked directly,',
  (name) => {
    test('answers to a credential of the gateway', async () => {
      const credential = await genuine.sign('gateway', name, FORGED);
      expect(await send(name, { [CREDENTIAL_HEADER]: credential })).toEqual({
        status: 200,
        text: expect.stringContaining('"data"'),
      });
    });

    test('refuses a request without a credential', async () => {
      expect(await send(name, {})).toEqual(REFUSAL);
    });

    test('refuses a bearer token, wherever it stands', async () => {
      const token = await graph.token('recruiter', { institution: 'gob-connectit' });
      expect(await send(name, { authorization: `Bearer ${token}` })).toEqual(REFUSAL);
      expect(await send(name, { [CREDENTIAL_HEADER]: token })).toEqual(REFUSAL);
    });

    test('refuses a credential that somebody else has signed', async () => {
      const self = actorCredentials(generateKeyPairSync('ed25519').privateKey);
      expect(await send(name, { [CREDENTIAL_HEADER]: await self.sign('gateway', name, FORGED) })).toEqual(REFUSAL);
    });

    test('refuses a credential for another subgraph', async () => {
      const other = name === 'catalogue' ? 'selection' : 'catalogue';
      expect(await send(name, { [CREDENTIAL_HEADER]: await genuine.sign('gateway', other, FORGED) })).toEqual(REFUSAL);
    });

    test('refuses a credential that is not of the gateway', async () => {
      expect(await send(name, { [CREDENTIAL_HEADER]: await genuine.sign('catalogue', name, FORGED) })).toEqual(REFUSAL);
    });
  },
);

describe('a client of the gateway', () => {
  const QUERY = '{ vacancies { edges { node { id applications { edges { __typename } } } } } }';
  /** What each institution's vacancies say of their applications: given, or the code of the refusal. */
  async function told(headers: Record<string, string>): Promise<Record<string, string>> {
    const { data, errors } = await graph.ask(QUERY, {}, headers);
    const nodes = data.vacancies.edges.map(({ node }: { node: { id: string; applications: unknown } }) => node);
    return Object.fromEntries(
      nodes.map(({ id, applications }: { id: string; applications: unknown }, index: number) => [
        id.split(':')[0],
        applications === null ? errors?.find(({ path }) => path?.[2] === index)?.extensions['code'] : 'given',
      ]),
    );
  }

  test('that writes a credential into its header, even a genuine one, is the public all the same', async () => {
    const credential = await genuine.sign('gateway', 'candidates', FORGED);
    expect(await told({ [CREDENTIAL_HEADER]: credential })).toEqual({
      'gob-connectit': 'UNAUTHENTICATED',
      'ksz-ehealth': 'UNAUTHENTICATED',
    });
  });

  test.each(['gob-connectit', 'ksz-ehealth'])(
    'that is a recruiter is one of its own institution only: %s',
    async (institution) => {
      const token = await graph.token('recruiter', { institution });
      const other = institution === 'gob-connectit' ? 'ksz-ehealth' : 'gob-connectit';
      expect(await told({ authorization: `Bearer ${token}` })).toEqual({
        [institution]: 'given',
        [other]: 'FORBIDDEN',
      });
    },
  );

  test('that names several grants has all of them, and one without any has none', async () => {
    const grants = ['gob-connectit', 'ksz-ehealth'].map((institution) => ({ role: 'recruiter', institution }));
    const both = await graph.tokens.sign({ claims: { [GRANTS_CLAIM]: { grants } } });
    expect(await told({ authorization: `Bearer ${both}` })).toEqual({
      'gob-connectit': 'given',
      'ksz-ehealth': 'given',
    });
    expect(await told({ authorization: `Bearer ${await graph.tokens.sign()}` })).toEqual({
      'gob-connectit': 'FORBIDDEN',
      'ksz-ehealth': 'FORBIDDEN',
    });
  });
});
