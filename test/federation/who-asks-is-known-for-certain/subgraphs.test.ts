import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actorCredentials, CREDENTIAL_HEADER, readPrivateKey } from '@mandate-graph/runtime';
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
