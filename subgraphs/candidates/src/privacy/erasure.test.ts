import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { Sealing } from '../person/sealing.ts';
import {
  brussels,
  candidateOf,
  dumpOf,
  eraseCandidate,
  eraseMe,
  OFFICER,
  openPrivacyGraph,
  type PrivacyGraph,
  RECRUITER,
  told,
  VACANCY,
} from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

const ERASED_AT = '2026-07-01T08:00:00Z';
const VERSIONED = [
  'candidate',
  'profile_entry',
  'application',
  'specific_section',
  'document',
  'eligibility_decision',
  'adjustment',
];
/** What is written of the candidate, each word nowhere else. */
const WORDS = [
  'Zwarteveen',
  'zwarteveen@example.org',
  'Amstelkundige',
  'Hobbelpaard',
  'ergonomisch',
  'betwistbaar',
  'scan-inhoud',
];
const LATER = { recorded_at: '2025-11-03T08:00:00Z' };

let graph: PrivacyGraph;
let person: Person;
let other: Person;
let application: string;

beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(told(VACANCY, 1));
});
afterAll(() => graph.close());
beforeEach(async () => {
  graph.at('2026-07-01T10:00');
  person = await graph.rows.candidate(`subject-${randomUUID()}`, [{}, account('Zwarteveen'), account('Zwarteveen')]);
  application = await fill(person);
  other = await graph.rows.candidate(`subject-${randomUUID()}`);
  await fill(other);
});

const account = (name: string) => ({
  ...{ givenNames: 'Bo', familyName: name, email: `${name.toLowerCase()}@example.org`, phone: null },
  preferredLanguage: 'nl',
});

/** Something in every table that holds anything of a candidate, with earlier versions where there are any. */
async function fill(of: Person): Promise<string> {
  const { rows } = graph;
  const id = await rows.application(of, VACANCY, 'WITHDRAWN', LATER);
  await graph.query("UPDATE application SET version = 2, reason = 'WITHDRAW', data = $2 WHERE id = $1", [
    id,
    of.key.seal(`application:${id}`, { reasons: 'betwistbaar' }),
  ]);
  await rows.profileEntry(of, [{ title: 'Amstelkundige' }, { title: 'Amstelkundige, master' }]);
  await rows.profileEntry(of, [{ title: 'Amstelkundige' }, null]);
  await rows.section(of, id, [
    { employer: 'Hobbelpaard' },
    { employer: 'Hobbelpaard nv' },
    { employer: 'Hobbelpaard sa' },
  ]);
  await rows.adjustment(of, id, [{ request: 'ergonomisch' }]);
  await rows.decision(of, id, [{ reasons: 'betwistbaar' }], { ...LATER, outcome: 'ELIGIBLE' });
  const document = await rows.document(of, [{ fileName: 'Amstelkundige.pdf' }], 'scan-inhoud');
  await rows.snapshot(of, id, { sections: ['Hobbelpaard'] }, [document]);
  await rows.message(of, 'betwistbaar', { application_id: id, vacancy_id: VACANCY });
  await rows.reading(of, id, 'Application.file');
  await rows.answer(of.subject, randomUUID(), 'saveAccount');
  return id;
}

/** Everything sealed that opens with any key there is, by whoever has the database and the secret of the installation. */
async function readable(candidateId: string): Promise<string[]> {
  const dump = await dumpOf(graph);
  const sealing = new Sealing(TEST_PERSON_KEY);
  const rows = [...dump].flatMap(([table, held]) => held.map((row) => ({ table, row })));
  const sealed = rows.flatMap(({ table, row }) => sealedIn(table, row));
  const bytes = [...rows.map(({ row }) => bytesOf(row['wrapped'])), ...sealed.map(({ data }) => data)];
  const keys = bytes.flatMap((wrapped) => opens(() => sealing.keyOf(candidateId, wrapped!)));
  return keys.flatMap((key) => sealed.flatMap(({ place, data }) => opens(() => key.openBytes(place, data).toString())));
}

function sealedIn(table: string, row: Record<string, unknown>): { place: string; data: Buffer }[] {
  const state = (row['state'] ?? row) as Record<string, unknown>;
  const of = table.replace(/_history$/, '');
  const [place, data] =
    table === 'document_chunk'
      ? [`document_chunk:${row['document_id']}:${row['number']}`, row['content']]
      : [`${of}:${row['id'] ?? row['application_id']}`, state['data']];
  const sealed = bytesOf(data);
  return sealed === null ? [] : [{ place, data: sealed }];
}

const bytesOf = (value: unknown): Buffer | null =>
  typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : null;
function opens<T>(attempt: () => T): T[] {
  try {
    return [attempt()];
  } catch {
    return [];
  }
}

/** Tables in which a text stands, as text or as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const found = [text.toLowerCase(), Buffer.from(text).toString('hex')];
  return [...(await dumpOf(graph))]
    .filter(([, rows]) => found.some((one) => JSON.stringify(rows).toLowerCase().includes(one)))
    .map(([table]) => table);
}

const erasedEvents = async (candidate: string) =>
  graph.query<{ type: string; data: unknown }>(
    "SELECT type, data FROM outbox WHERE subject = $1 AND type LIKE '%erased%'",
    [candidate],
  );

describe('after an erasure', () => {
  test('nothing that was sealed can be opened, with the whole database and the secret of the installation', async () => {
    const before = await readable(person.id);
    for (const word of WORDS.filter((one) => !one.includes('@'))) expect(before.join('\n')).toContain(word);
    const others = await readable(other.id);
    expect(await eraseMe(graph, person.subject)).toMatchObject({ __typename: 'Erased' });
    expect(await readable(person.id)).toEqual([]);
    expect(await readable(other.id)).toEqual(others);
  });

  test('no word of the person stands anywhere, and their subject only where the answer is kept for a repeated request', async () => {
    await eraseMe(graph, person.subject);
    for (const word of WORDS) expect(await tablesWith(word)).toEqual([]);
    expect(await tablesWith(person.subject)).toEqual(['idempotency']);
    expect(await graph.query('SELECT mutation, answer FROM idempotency WHERE actor = $1', [person.subject])).toEqual([
      { mutation: 'eraseMe', answer: { candidate: person.id, erasedAt: ERASED_AT } },
    ]);
  });

  test('by the privacy officer, the subject stands nowhere at all', async () => {
    const input = { candidate: person.id, reasons: 'Asked for by letter.' };
    expect(await eraseCandidate(graph, OFFICER, input)).toEqual({
      ...{ __typename: 'Erased', candidate: person.id, erasedAt: ERASED_AT },
    });
    expect(await tablesWith(person.subject)).toEqual([]);
    expect(await tablesWith('Asked for by letter')).toEqual([]);
  });

  test('trails are whole: each version from the first to the last is there, and the last says who erased', async () => {
    await eraseMe(graph, person.subject);
    for (const table of VERSIONED) {
      const versions = await graph.query<{ id: string; versions: number[] }>(
        `SELECT id, array_agg(version ORDER BY version) AS versions FROM (
           SELECT id, version FROM ${table} WHERE ${table === 'candidate' ? 'id' : 'candidate_id'} = $1
           UNION ALL SELECT id, version FROM ${table}_history
           WHERE state->>'${table === 'candidate' ? 'id' : 'candidate_id'}' = $1::text
         ) kept GROUP BY id`,
        [person.id],
      );
      expect(versions.length).toBeGreaterThan(0);
      for (const kept of versions) expect(kept.versions).toEqual(kept.versions.map((_one, at) => at + 1));
    }
    const [candidate] = await graph.query('SELECT * FROM candidate WHERE id = $1', [person.id]);
    expect(candidate).toMatchObject({
      ...{ version: 4, data: null, erased_at: new Date(ERASED_AT), recorded_by: `candidate:${person.id}` },
    });
  });

  test('what it left sealed in trails and applications is as it was before', async () => {
    const sealed = async () => {
      const dump = await dumpOf(graph);
      return ['application', 'eligibility_decision', ...VERSIONED.map((table) => `${table}_history`)].map((table) =>
        dump.get(table)!.filter((row) => JSON.stringify(row).includes(person.id)),
      );
    };
    const before = await sealed();
    await eraseMe(graph, person.subject);
    const after = await sealed();
    for (const [at, rows] of before.entries()) expect(after[at]).toEqual(expect.arrayContaining(rows));
  });

  test('the contents of documents, links to them, messages and answers are gone', async () => {
    await eraseMe(graph, person.subject);
    const dump = await dumpOf(graph);
    for (const table of ['message', 'candidate_subject', 'person_key']) {
      expect(dump.get(table)!.filter((row) => row['candidate_id'] === person.id)).toEqual([]);
    }
    const documents = dump.get('document')!.filter((row) => row['candidate_id'] === person.id);
    expect(documents.map(({ state, data }) => [state, data])).toEqual([['REMOVED', null]]);
    for (const table of ['document_chunk', 'document_link']) {
      expect(dump.get(table)!.filter((row) => row['document_id'] === documents[0]!['id'])).toEqual([]);
    }
  });

  test('others are told once, by id only, and the log of readings stays', async () => {
    await eraseMe(graph, person.subject);
    expect(await erasedEvents(person.id)).toEqual([
      { type: 'mandate-graph.candidate.erased.v1', data: { candidate: person.id } },
    ]);
    const readings = await graph.query(
      'SELECT actor, operation, application_id FROM access_log WHERE candidate_id = $1',
      [person.id],
    );
    expect(readings).toEqual([{ actor: 'recruiter-1', operation: 'Application.file', application_id: application }]);
  });

  test('numbers of applications are as before', async () => {
    const applicants = await Promise.all(
      Array.from({ length: 5 }, () => graph.rows.candidate(`subject-${randomUUID()}`)),
    );
    const filled = `vrb:vacancy:${randomUUID()}`;
    await graph.tell(
      told(filled, 1, { rights: [] }),
      told(filled, 2, { publication: 'FILLED', rights: [] }, '2026-01-01'),
    );
    for (const one of applicants) await graph.rows.application(one, filled, 'DEFINITIVE');
    const count = async () => {
      const query =
        '{ _entities(representations: [{ __typename: "Vacancy", id: "ID" }]) { ... on Vacancy { applicationCount } } }';
      return (await graph.ask(PUBLIC_ACTOR, query.replace('ID', filled))).data._entities[0].applicationCount;
    };
    expect(await count()).toBe(5);
    expect(await eraseMe(graph, applicants[0]!.subject)).toMatchObject({ __typename: 'Erased' });
    expect(await count()).toBe(5);
  });

  test('the recruiter still sees that somebody applied, and the officer who read it', async () => {
    await graph.query("UPDATE application SET status = 'LAPSED', version = 3 WHERE id = $1", [application]);
    await eraseMe(graph, person.subject);
    const list =
      '{ _entities(representations: [{ __typename: "Vacancy", id: "vrb:vacancy:a" }]) { ... on Vacancy { applications(first: 100) { edges { node { id status } } } } } }';
    const applications = await graph.ask(RECRUITER, list);
    expect(applications.errors).toBeUndefined();
    expect(applications.data._entities[0].applications.edges).toContainEqual({
      node: { id: application, status: 'LAPSED' },
    });
    const log = `{ accessLog(candidate: "${person.id}") { edges { node { operation } } } }`;
    expect((await graph.ask(OFFICER, log)).data.accessLog.edges).toContainEqual({
      node: { operation: 'Application.file' },
    });
  });
});

describe('who asks again', () => {
  test('with the same key has the same answer, with another one is told that there is no account', async () => {
    const key = randomUUID();
    const first = await eraseMe(graph, person.subject, key);
    graph.at('2026-07-02T10:00');
    expect(await eraseMe(graph, person.subject, key)).toEqual(first);
    expect(await eraseMe(graph, person.subject)).toMatchObject({ problems: [{ path: 'account', code: 'NO_ACCOUNT' }] });
    expect(await erasedEvents(person.id)).toHaveLength(1);
  });

  test('as the privacy officer with the same key has the same answer, with another one is told that there is nobody', async () => {
    const input = { candidate: person.id, reasons: 'Asked for by letter.', idempotencyKey: randomUUID() };
    const first = await eraseCandidate(graph, OFFICER, input);
    expect(await eraseCandidate(graph, OFFICER, input)).toEqual(first);
    expect(await eraseCandidate(graph, OFFICER, { ...input, idempotencyKey: randomUUID() })).toMatchObject({
      problems: [{ path: 'candidate', code: 'UNKNOWN_CANDIDATE' }],
    });
  });

  test('at the same time is erased once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => eraseMe(graph, person.subject)));
    expect(answers.filter(({ __typename }) => __typename === 'Erased')).toHaveLength(1);
    expect(await erasedEvents(person.id)).toHaveLength(1);
  });

  test('and registers is a new candidate, with nothing of the one before', async () => {
    await eraseMe(graph, person.subject);
    const save = `mutation { saveAccount(input: { idempotencyKey: "${randomUUID()}", givenNames: "Bo", familyName: "Nieuw",
      email: "bo@example.org", preferredLanguage: NL }) { ... on CandidateRecorded { id version } } }`;
    const { data } = await graph.ask(candidateOf(person.subject), save);
    expect(data.saveAccount).toEqual({ id: expect.not.stringMatching(person.id), version: 1 });
    const mine = await graph.ask(candidateOf(person.subject), '{ me { id familyName everything } }');
    expect(mine.data.me.familyName).toBe('Nieuw');
    expect(mine.data.me.everything.application).toEqual([]);
  });
});

describe('an erasure', () => {
  test.each([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a recruiter', RECRUITER, 'FORBIDDEN'],
    ['another candidate', candidateOf('somebody-else'), 'FORBIDDEN'],
  ])('of a candidate is not for %s', async (_who, actor, code) => {
    const errors = await eraseCandidate(graph, actor, { candidate: person.id, reasons: 'Because.' });
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(await readable(person.id)).not.toEqual([]);
  });

  test('of who has no account is refused', async () => {
    expect(await eraseMe(graph, 'nobody')).toMatchObject({ problems: [{ code: 'NO_ACCOUNT' }] });
  });

  test('by the officer is refused for no id and without reasons, both told at once', async () => {
    expect(await eraseCandidate(graph, OFFICER, { candidate: "x'; --", reasons: 'Because.' })).toMatchObject({
      problems: [{ code: 'UNKNOWN_CANDIDATE', value: null }],
    });
    expect(await eraseCandidate(graph, OFFICER, { candidate: person.id, reasons: ' ' })).toMatchObject({
      problems: [{ path: 'reasons', code: 'EMPTY_TEXT' }],
    });
    expect(await readable(person.id)).not.toEqual([]);
  });

  test('by the officer waits for the same windows', async () => {
    await graph.query(
      "UPDATE eligibility_decision SET outcome = 'NOT_ELIGIBLE', recorded_at = $2 WHERE candidate_id = $1",
      [person.id, brussels('2026-06-01T12:00').toString()],
    );
    expect(await eraseCandidate(graph, OFFICER, { candidate: person.id, reasons: 'Asked for.' })).toMatchObject({
      problems: [
        { code: 'FEEDBACK', value: '2026-08-01' },
        { code: 'APPEAL', value: '2026-07-31' },
      ],
    });
  });
});
