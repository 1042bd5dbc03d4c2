import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../../support/graph.ts';
import { RealIssuer } from './real.issuer.ts';

const QUERY = '{ vacancies { totalCount } }';
const RECRUITER = [{ role: 'recruiter', institution: 'gob-connectit' }];

describe('with OIDC_ISSUER, a gateway', () => {
  const issuer = new RealIssuer();
  let graph: Graph;
  beforeAll(async () => {
    await issuer.start();
    graph = await startGraph({ variables: { OIDC_ISSUER: issuer.url } });
  });
  afterAll(async () => {
    await graph?.close();
    issuer.stop();
  });

  const ask = (token: string) => graph.ask(QUERY, {}, { authorization: `Bearer ${token}` });
  const ANSWER = { data: { vacancies: { totalCount: 2 } } };
  const REFUSAL = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

  test('takes the tokens that it issues', async () => {
    issuer.grants = RECRUITER;
    expect(await ask(await issuer.token())).toMatchObject(ANSWER);
    issuer.grants = [{ role: 'integration', institution: 'gob-connectit' }];
    expect(await ask(await issuer.token('vacancies:write'))).toMatchObject(ANSWER);
    issuer.grants = undefined;
    expect(await ask(await issuer.token())).toMatchObject(ANSWER);
  });

  test('takes them also when it signs by another of its keys', async () => {
    issuer.grants = RECRUITER;
    const before = await issuer.token();
    issuer.rotate();
    expect(await ask(await issuer.token())).toMatchObject(ANSWER);
    expect(await ask(before)).toMatchObject(ANSWER);
  });

  test('refuses its tokens for others, and with a claim that is none', async () => {
    issuer.audience = 'another-graph';
    expect(await ask(await issuer.token())).toMatchObject(REFUSAL);
    issuer.audience = 'mandate-graph';
    issuer.grants = [{ role: 'root' }];
    expect(await ask(await issuer.token())).toMatchObject(REFUSAL);
  });

  test('refuses the tokens of any other issuer', async () => {
    expect(await ask(await graph.token('recruiter', { institution: 'gob-connectit' }))).toMatchObject(REFUSAL);
  });

  test('still knows its tokens when it is gone, and still answers everyone else', async () => {
    issuer.grants = RECRUITER;
    const token = await issuer.token();
    issuer.stop();
    expect(await ask(token)).toMatchObject(ANSWER);
    expect(await graph.ask(QUERY)).toMatchObject(ANSWER);
  });
});
