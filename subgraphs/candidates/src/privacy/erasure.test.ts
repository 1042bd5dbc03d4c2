import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { dumpOf, readableOf, sealedOf, tablesWith } from './testing/intruder.ts';
import {
  eraseCandidate,
  eraseMe,
  OFFICER,
  openPrivacyGraph,
  type PrivacyGraph,
  RECRUITER,
  told,
  VACANCY,
} from './testing/privacy.graph.ts';
import { type Person, WORDS } from './testing/private.rows.ts';

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
const ACCOUNT = {
  ...{ givenNames: 'Bo', familyName: 'Zwarteveen', email: 'zwarteveen@example.org' },
  ...{ phone: null, preferredLanguage: 'nl' },
};

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
  person = await graph.rows.candidate(`subject-${randomUUID()}`, [{}, ACCOUNT, ACCOUNT]);
  application = await graph.rows.everything(person, VACANCY);
  other = await graph.rows.candidate(`subject-${randomUUID()}`);
  await graph.rows.everything(other, VACANCY);
});

const erasedEvents = async (candidate: string) =>
  graph.query<{ type: string; data: unknown }>(
    "SELECT type, data FROM outbox WHERE subject = $1 AND type LIKE '%erased%'",
    [candidate],
  );

describe('after an erasure', () => {
  test('nothing that was sealed can be opened, with the whole database and the secret of the installation', async () => {
    const before = await readableOf(graph, person.id);
    expect(before).toHaveLength(sealedOf(await dumpOf(graph), person.id).length);
    for (const word of [ACCOUNT.familyName, ...Object.values(WORDS)]) expect(before.join()).toContain(word);
    const others = await readableOf(graph, other.id);
    expect(await eraseMe(graph, person.subject)).toMatchObject({ __typename: 'Erased' });
    expect(await readableOf(graph, person.id)).toEqual([]);
    expect(await readableOf(graph, other.id)).toEqual(others);
  });

  test('no word of the person stands anywhere, and their subject only where the answer is kept for a repeated request', async () => {
    await eraseMe(graph, person.subject);
    for (const word of [ACCOUNT.familyName, ACCOUNT.email, ...Object.values(WORDS)])
      expect(await tablesWith(graph, word)).toEqual([]);
    expect(await tablesWith(graph, person.subject)).toEqual(['idempotency']);
    expect(await graph.query('SELECT mutation, answer FROM idempotency WHERE actor = $1', [person.subject])).toEqual([
      { mutation: 'eraseMe', answer: { candidate: person.id, erasedAt: ERASED_AT } },
    ]);
  });

  test('by the privacy officer, the subject stands nowhere at all', async () => {
    const input = { candidate: person.id, reasons: 'Asked for by letter.' };
    expect(await eraseCandidate(graph, OFFICER, input)).toEqual({
      ...{ __typename: 'Erased', candidate: person.id, erasedAt: ERASED_AT },
    });
    expect(await tablesWith(graph, person.subject)).toEqual([]);
    expect(await tablesWith(graph, 'Asked for by letter')).toEqual([]);
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

  test('nothing stands any more in what was current, and the last version says who removed it', async () => {
    await eraseMe(graph, person.subject);
    const dump = await dumpOf(graph);
    for (const table of ['profile_entry', 'specific_section', 'adjustment', 'document']) {
      const rows = dump.get(table)!.filter((row) => row['candidate_id'] === person.id);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(rows.map((row) => ({ ...row, data: null, recorded_by: `candidate:${person.id}` })));
    }
    const snapshots = dump.get('application_snapshot')!.filter((row) => row['application_id'] === application);
    expect(snapshots).toMatchObject([{ data: null }]);
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

  test('events no longer say whose they were, and keep all else; those of others are as they were', async () => {
    const event = ({ id }: Person, own: object) => ({ candidate: id, status: 'DEFINITIVE', version: 3, ...own });
    const all = [
      ...[event(person, { holder: 'digest-1' }), event(person, { holder: 'digest-1', version: 4 })],
      ...[event(person, { decision: 'none' }), event(other, { holder: 'digest-2' })],
    ];
    await graph.query(
      "INSERT INTO outbox (type, subject, time, data) SELECT 'test', 'events', now(), unnest($1::jsonb[])",
      [all.map((data) => JSON.stringify(data))],
    );
    await eraseMe(graph, person.subject);
    const kept = await graph.query("SELECT data FROM outbox WHERE subject = 'events' ORDER BY id");
    expect(kept.map(({ data }) => data)).toEqual([
      ...[{ ...all[0], holder: null }, { ...all[1], holder: null }, all[2], all[3]],
    ]);
    await graph.query("DELETE FROM outbox WHERE subject = 'events'");
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

  test('the recruiter sees that somebody applied and what was decided, and nothing of who it was or why', async () => {
    const filled = `vrb:vacancy:${randomUUID()}`;
    await graph.tell(
      told(filled, 1, { rights: [] }),
      told(filled, 2, { publication: 'FILLED', rights: [] }, '2026-01-01'),
    );
    const applicant = await graph.rows.candidate(`subject-${randomUUID()}`);
    const id = await graph.rows.application(applicant, filled, 'DEFINITIVE');
    await graph.rows.snapshot(applicant, id, { profile: [], sections: [], documents: [] });
    await graph.rows.decision(applicant, id, [{ reasons: 'Because.' }], { outcome: 'ELIGIBLE' });
    const shown = async () => {
      const query = `{ _entities(representations: [{ __typename: "Vacancy", id: "${filled}" }]) { ... on Vacancy {
        applications { edges { node { id status candidate { id familyName } file { frozenAt } documents { id }
          eligibility { participation { outcome } } decisions { outcome reasons } } } } } } }`;
      const { data, errors } = await graph.ask(RECRUITER, query);
      expect(errors).toBeUndefined();
      return data._entities[0].applications.edges[0].node;
    };
    expect(await shown()).toMatchObject({ candidate: { familyName: 'Peeters' }, decisions: [{ reasons: 'Because.' }] });
    expect(await eraseMe(graph, applicant.subject)).toMatchObject({ __typename: 'Erased' });
    expect(await shown()).toEqual({
      ...{ id, status: 'DEFINITIVE', candidate: { id: applicant.id, familyName: null }, file: null, documents: null },
      ...{ eligibility: null, decisions: [{ outcome: 'ELIGIBLE', reasons: null }] },
    });
  });

  test('the privacy officer still sees who had read it', async () => {
    await eraseMe(graph, person.subject);
    const log = `{ accessLog(candidate: "${person.id}") { edges { node { operation } } } }`;
    expect((await graph.ask(OFFICER, log)).data.accessLog.edges).toContainEqual({
      node: { operation: 'Application.file' },
    });
  });
});
