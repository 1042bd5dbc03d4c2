import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type Graph, readRoot, registry, startGraph } from '../../support/graph.ts';
import { requestFor } from './requests.ts';
import { listenToAll, type Written } from './written.ts';

/** Stands in everything that is personal in this run, and nowhere else: hexadecimal, so that it fits into ids as well. */
const MARK = randomBytes(6).toString('hex');
const SUBJECT = `test:${MARK}`;
const CANDIDATE = `00000000-0000-4000-8000-${MARK}`;
const INSTITUTION = registry()[0]!.code;
const ELSEWHERE = registry()[1]!.code;
const LIST = 'query Everybody { vacancies { edges { node { id applicationCount } } } institutions { code } }';

let written: Written;
let graph: Graph;
let vacancy: string;
/** What everybody else was answered meanwhile, headers included. */
const others: string[] = [];
/** What whoever is personal was answered, by what was asked. */
const own = new Map<string, string>();

beforeAll(async () => {
  written = listenToAll();
  graph = await startGraph({ log: written.log });
  const { data } = await graph.ask(LIST);
  vacancy = data.vacancies.edges.find(({ node }: { node: { id: string } }) => node.id.startsWith(INSTITUTION)).node.id;
  await graph.database.query(
    `INSERT INTO candidates.candidate (id, registered_at, version, recorded_at, recorded_by, data)
     VALUES ($1, now(), 1, now(), $2, '')`,
    [CANDIDATE, SUBJECT],
  );
  await graph.database.query(
    `INSERT INTO candidates.application VALUES (gen_random_uuid(), $1, $2, 'DEFINITIVE', now(), 1, now(), $3)`,
    [CANDIDATE, vacancy, SUBJECT],
  );
  await everythingThatIsAsked();
});
afterAll(async () => {
  written.stop();
  await graph.close();
});

interface Sent {
  readonly body?: string;
  readonly path?: string;
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send({ body, path = '/graphql', authorization, headers = {} }: Sent): Promise<string> {
  const response = await fetch(new URL(path, graph.url), {
    ...(body !== undefined && { method: 'POST', body }),
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }), ...headers },
  });
  return JSON.stringify([response.status, [...response.headers], await response.text()]);
}

/** Sends something personal, with somebody else asking at the same time, and once more after it. */
async function personal(what: string, sent: Sent): Promise<void> {
  const everybody = () => send({ body: JSON.stringify({ query: LIST }) });
  const [answer, meanwhile] = await Promise.all([send(sent), everybody()]);
  own.set(what, answer);
  others.push(meanwhile, await everybody());
}

async function everythingThatIsAsked(): Promise<void> {
  const bearer = async (...args: Parameters<Graph['token']>) => `Bearer ${await graph.token(...args)}`;
  const recruiter = await bearer('recruiter', { institution: INSTITUTION, subject: SUBJECT });
  const officer = await bearer('privacy-officer', { subject: SUBJECT });
  const ask = (query: string, variables: object = {}, authorization = recruiter, more: object = {}): Sent => ({
    body: JSON.stringify({ query, variables, ...more }),
    authorization,
  });
  const one = 'query ($id: ID!) { vacancy(id: $id) { id applications { edges { node { id status } } } } }';
  const log = 'query ($candidate: ID) { accessLog(candidate: $candidate) { edges { node { actor candidate } } } }';

  await personal('the applications', ask(one, { id: vacancy }));
  await personal('the access log', ask(log, { candidate: CANDIDATE }, officer));
  await personal('the access log, forbidden', ask(log, { candidate: CANDIDATE }));
  const stranger = await bearer('recruiter', { institution: ELSEWHERE, subject: SUBJECT });
  await personal('the applications, forbidden', ask(one, { id: vacancy }, stranger));
  await personal('a wrong candidate', ask(log, { candidate: `${MARK}@example.org` }, officer));
  await personal('an id in a variable', ask(one, { id: `${INSTITUTION}:vacancy:${MARK}` }));
  await personal('an id in a literal', ask(`{ vacancy(id: "${INSTITUTION}:vacancy:${MARK}") { id } }`));
  await personal('an id that is none', ask(one, { id: MARK }));
  const search = 'query ($text: String) { vacancies(filter: { text: $text }) { edges { node { id } } } }';
  await personal('words to search for', ask(search, { text: `${MARK} verantwoordelijke` }));
  await personal('too many words', ask(search, { text: `${MARK} `.repeat(200) }));
  await personal('a variable of a wrong type', ask(search, { text: { [MARK]: MARK } }));
  await personal('a literal of a wrong type', ask(`{ vacancy(id: "x", asOf: "${MARK}") { id } }`));
  await personal('a wrong enum', ask(`{ vacancies(orderBy: A${MARK}) { totalCount } }`));
  await personal('a wrong cursor', ask(`{ vacancies(after: "${MARK}") { totalCount edges { cursor } } }`));
  await personal('a field that is none', ask(`{ a${MARK} }`));
  await personal('a syntax error', ask(`{ vacancies "${MARK}" `));
  await personal('an unknown operation', ask('query A { __typename }', {}, recruiter, { operationName: MARK }));
  await personal(
    'an unknown persisted query',
    ask('', {}, recruiter, { extensions: { persistedQuery: { version: 1, sha256Hash: MARK } } }),
  );
  await personal('an extension', ask('{ __typename }', {}, recruiter, { extensions: { [MARK]: MARK } }));
  await personal('a body that is no JSON', { body: `{"query": "${MARK}`, authorization: recruiter });
  await personal('a query in the address', {
    path: `/graphql?query={vacancy(id:"${MARK}"){id}}`,
    authorization: recruiter,
  });
  await personal('an address that is none', { path: `/${MARK}?name=${MARK}`, authorization: recruiter });
  await personal('a cookie and an agent', {
    ...ask('{ __typename }'),
    headers: { cookie: `a=${MARK}`, 'user-agent': MARK },
  });
  await personal('an id for the request', { ...ask('{ __typename }'), headers: { 'x-request-id': MARK } });
  await personal('an id for the request, failing', {
    ...ask('{ a }'),
    headers: { 'x-request-id': `${MARK.slice(0, 8)}-0000-4000-8000-${MARK}0` },
  });
  await personal('a name for the operation', ask(`query A${MARK} { vacancies { totalCount } }`));
  await personal('a name for the operation, failing', ask(`query A${MARK} { vacancy(id: "x") { id } }`));
  await personal(
    'a name for one of two operations',
    ask(`query A${MARK} { institutions { code } } query B { __typename }`, {}, recruiter, {
      operationName: `A${MARK}`,
    }),
  );
  await personal('words for a token', ask('{ __typename }', {}, `Bearer ${MARK}`));
  await personal(
    'a token that is over',
    ask('{ __typename }', {}, await bearer('candidate', { subject: SUBJECT, ttl: -600 })),
  );
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const forged = await graph.tokens.sign({ claims: { sub: SUBJECT, [MARK]: MARK }, key: privateKey });
  await personal('a forged token', ask('{ __typename }', {}, `Bearer ${forged}`));
  const candidate = await bearer('candidate', { subject: SUBJECT });
  await everythingOfACandidate((query, variables) => ask(query, variables, candidate));
  await everyMutation(ask, 'by a recruiter');
  await everyMutation((query, variables) => ask(query, variables, candidate), 'by a candidate');
  await graph.database.query(
    `CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'no row for %', NEW.candidate_id; END $$;
     CREATE TRIGGER tell BEFORE INSERT ON candidates.access_log FOR EACH ROW EXECUTE FUNCTION tell()`,
  );
  await personal('the applications, failing with a message', ask(one, { id: vacancy }));
  await graph.database.query('DROP TABLE candidates.access_log');
  await personal('the applications, failing', ask(one, { id: vacancy }));
  await personal('the access log, failing', ask(log, { candidate: CANDIDATE }, officer));
}

type Ask = (query: string, variables: object) => Sent;

/** An account in which everything is marked, and what is then read and sent of it. */
async function everythingOfACandidate(ask: Ask): Promise<void> {
  const save =
    'mutation ($input: SaveAccountInput!) { saveAccount(input: $input) { ... on CandidateRecorded { id } } }';
  const names = { givenNames: MARK, familyName: MARK, email: `${MARK}@example.org`, preferredLanguage: 'NL' };
  await personal('an account', ask(save, { input: { idempotencyKey: MARK, ...names } }));
  await personal(
    'the same key for something else',
    ask(save, { input: { idempotencyKey: MARK, ...names, phone: '1' } }),
  );
  await personal('oneself', ask('{ me { givenNames email inbox { unreadCount } } }', {}));
  await personal('everything about oneself', ask('{ me { everything } }', {}));
  const announce = `mutation ($input: AnnounceDocumentInput!) { announceDocument(input: $input) {
    ... on DocumentAnnounced { uploadUrl } } }`;
  const document = { idempotencyKey: `${MARK}-1`, kind: 'OTHER', fileName: `${MARK}.pdf`, bytes: 9 + MARK.length };
  await personal('a document', ask(announce, { input: document }));
  const { data } = JSON.parse(JSON.parse(own.get('a document')!)[2]);
  const content = { method: 'PUT', body: `%PDF-1.7\n${MARK}` };
  for (const path of [data.announceDocument.uploadUrl, `/documents/${MARK}`])
    await fetch(new URL(path, graph.url), content);
}

async function everyMutation(ask: Ask, who: string): Promise<void> {
  const fields = buildSchema(readRoot('schema/api.graphql')).getMutationType()?.getFields() ?? {};
  for (const field of Object.values(fields)) {
    const { selection, declared, variables } = requestFor(field, INSTITUTION, MARK);
    await personal(`${field.name}, ${who}`, ask(`mutation ${declared} { ${selection} }`, variables));
  }
}

const withMark = (texts: Iterable<string>) => [...texts].filter((text) => text.includes(MARK));

describe('what is personal', () => {
  test('was there to be written: whoever may see it was shown it', () => {
    expect(own.get('the applications')).toContain('DEFINITIVE');
    expect(own.get('the access log')).toContain(CANDIDATE);
    expect(own.get('oneself')).toContain(`${MARK}@example.org`);
    expect(own.get('everything about oneself')).toContain(MARK);
  });

  test('stands in no line of the log, at no level, and in nothing that the process wrote', () => {
    expect(written.lines.length).toBeGreaterThan(own.size);
    expect(withMark(written.lines)).toEqual([]);
  });

  test('stands in no answer to anybody else, nor in its headers', () => {
    expect(others.length).toBeGreaterThanOrEqual(2 * own.size);
    expect(withMark(others)).toEqual([]);
  });

  test('stands in no header, whoever asked', () => {
    const headers = [...own].map(([what, answer]) => JSON.stringify([what, JSON.parse(answer)[1]]));
    expect(withMark(headers)).toEqual([]);
  });

  test.each([
    'the applications',
    'the applications, forbidden',
    'the applications, failing',
    'the applications, failing with a message',
    'the access log, forbidden',
    'the access log, failing',
    'a wrong candidate',
    'a token that is over',
    'a forged token',
    'words for a token',
    'a body that is no JSON',
    'an address that is none',
  ])('does not come back with: %s', (what) => {
    expect(own.get(what)).toBeDefined();
    expect(withMark([own.get(what)!])).toEqual([]);
  });

  test('is kept by no cache', () => {
    for (const [what, answer] of own) {
      const headers = new Map<string, string>(JSON.parse(answer)[1]);
      expect({ what, cache: headers.get('cache-control'), vary: headers.get('vary') }).toEqual({
        ...{ what, cache: 'no-store', vary: expect.stringMatching(/authorization/i) },
      });
    }
  });

  test('is told in no failure, which looks the same for all', () => {
    for (const what of [
      'the applications, failing',
      'the applications, failing with a message',
      'the access log, failing',
    ]) {
      expect(own.get(what)).toContain('INTERNAL_SERVER_ERROR');
      expect(own.get(what)).not.toMatch(/access_log|no row for|relation|INSERT|SELECT/);
    }
  });
});
