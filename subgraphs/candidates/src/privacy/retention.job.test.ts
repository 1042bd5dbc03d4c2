import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { memoryLog, silentLog } from '@mandate-graph/testkit';
import { RetentionJob } from './retention.job.ts';
import { brussels, candidateOf, openPrivacyGraph, type PrivacyGraph, told, VACANCY } from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

const NOTHING = { erased: 0, told: 0, filesEmptied: 0, answersForgotten: 0, failed: 0 };
const LONG_AGO = '2023-06-15T10:00:00Z';

let graph: PrivacyGraph;
beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(told(VACANCY, 1));
});
afterAll(() => graph.close());
// Each test has candidates of its own; those of the others are out of reach.
afterEach(async () => {
  await graph.query('DELETE FROM person_key');
});

const HOUR = 3_600_000;
const job = (log = silentLog, pauses = { first: HOUR, next: HOUR }) =>
  new RetentionJob({ ...graph.installation, clock: graph.clock, log, pauses });
const run = (local: string, log = silentLog) => job(log).run(brussels(local), new AbortController().signal);
const somebody = (at = LONG_AGO) => graph.rows.candidate(`subject-${randomUUID()}`, undefined, at);
const rowOf = async (person: Person) => (await graph.query('SELECT * FROM candidate WHERE id = $1', [person.id]))[0]!;
const noticesOf = (person: Person) =>
  graph.query<{ due_at: Date; facts: unknown }>(
    "SELECT due_at, facts FROM message WHERE candidate_id = $1 AND code = 'ERASURE_DUE' ORDER BY number",
    [person.id],
  );

describe('an account that is no longer used', () => {
  test('is told of 30 days before, once, and erased after 2 years', async () => {
    const person = await somebody();
    expect(await run('2025-05-15T23:59:59.999')).toEqual(NOTHING);
    expect(await run('2025-05-16T00:00')).toEqual({ ...NOTHING, told: 1 });
    expect(await run('2025-05-16T01:00')).toEqual(NOTHING);
    const erasedAt = '2025-06-15T22:00:00Z';
    expect(await noticesOf(person)).toEqual([{ due_at: new Date(erasedAt), facts: { erasedAt } }]);
    expect(await run('2025-06-15T23:59:59.999')).toEqual(NOTHING);
    expect(await run('2025-06-16T00:00')).toEqual({ ...NOTHING, erased: 1 });
    expect(await rowOf(person)).toMatchObject({
      ...{ version: 2, data: null, erased_at: new Date(erasedAt), recorded_by: 'rule:retention' },
    });
    const events = await graph.query('SELECT data FROM outbox WHERE subject = $1', [person.id]);
    expect(events).toEqual([{ data: { candidate: person.id } }]);
    expect(await run('2025-06-16T01:00')).toEqual(NOTHING);
  });

  test('is told of 30 days before also where that comes late', async () => {
    const person = await somebody();
    expect(await run('2026-03-01T12:00')).toEqual({ ...NOTHING, told: 1 });
    expect(await noticesOf(person)).toMatchObject([{ due_at: new Date('2026-03-31T22:00:00Z') }]);
    expect(await run('2026-03-31T23:59:59.999')).toEqual(NOTHING);
    expect(await run('2026-04-01T00:00')).toEqual({ ...NOTHING, erased: 1 });
  });

  test('and is used after the notice is kept, and told of anew when its time has come', async () => {
    const person = await somebody();
    await run('2025-05-20T12:00');
    graph.at('2025-06-01T09:00');
    const save = `mutation { saveAccount(input: { idempotencyKey: "${randomUUID()}", version: 1, givenNames: "Ann",
      familyName: "Peeters", email: "ann@example.org", preferredLanguage: NL }) { ... on CandidateRecorded { version } } }`;
    expect((await graph.ask(candidateOf(person.subject), save)).data.saveAccount).toEqual({ version: 2 });
    expect(await run('2025-06-20T12:00')).toEqual({ ...NOTHING, answersForgotten: 1 });
    expect(await run('2027-05-02T12:00')).toEqual({ ...NOTHING, told: 1 });
    expect(await noticesOf(person)).toHaveLength(2);
    expect(await run('2027-06-02T00:00')).toEqual({ ...NOTHING, erased: 1 });
  });

  test('is kept while an application runs', async () => {
    const person = await somebody();
    await graph.rows.application(person, VACANCY, 'DEFINITIVE', { recorded_at: '2025-09-01T08:00:00Z' });
    expect(await run('2031-01-01T12:00')).toEqual(NOTHING);
    expect(await rowOf(person)).toMatchObject({ erased_at: null });
  });
});

describe('a run', () => {
  test('forgets answers that cannot be asked for again', async () => {
    await graph.rows.answer('somebody', 'old', 'saveAccount', brussels('2026-02-28T23:00').toString());
    await graph.rows.answer('somebody', 'young', 'saveAccount', brussels('2026-03-01T00:00').toString());
    expect(await run('2026-03-08T00:00')).toEqual({ ...NOTHING, answersForgotten: 1 });
    const keys = await graph.query("SELECT key FROM idempotency WHERE actor = 'somebody'");
    expect(keys).toEqual([{ key: 'young' }]);
  });

  test('comes to everyone, and one whom it fails for holds up nobody else', async () => {
    const all: Person[] = [];
    for (let number = 0; number < 205; number += 1) all.push(await somebody());
    const [broken] = all;
    await graph.query("UPDATE person_key SET wrapped = 'broken' WHERE candidate_id = $1", [broken!.id]);
    const { log, lines } = memoryLog();
    expect(await run('2025-06-01T12:00', log)).toEqual({ ...NOTHING, told: 204, failed: 1 });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(broken!.id);
  });

  test('may be two at once: each is told and erased once', async () => {
    const all = [await somebody(), await somebody(), await somebody()];
    const both = async (local: string) => Promise.all([run(local), run(local)]);
    const total = (runs: readonly { told: number; erased: number }[]) => [
      runs.reduce((sum, { told: count }) => sum + count, 0),
      runs.reduce((sum, { erased }) => sum + erased, 0),
    ];
    expect(total(await both('2025-05-20T12:00'))).toEqual([3, 0]);
    expect(total(await both('2025-06-20T12:00'))).toEqual([0, 3]);
    for (const person of all) expect(await rowOf(person)).toMatchObject({ version: 2 });
  });
});

describe('the job', () => {
  /** A document that can no longer come, and one that has come. */
  const halfAndWhole = async (person: Person, until = LONG_AGO): Promise<readonly [string, string]> => {
    const announced = { state: 'ANNOUNCED', announced_until: until };
    return [
      await graph.rows.document(person, [{ fileName: 'never.pdf' }], 'half of it', announced),
      await graph.rows.document(person, [{ fileName: 'stored.pdf' }], 'all of it'),
    ];
  };
  const leftOf = async (ids: readonly string[]) => {
    const documents = await graph.query('SELECT id FROM document WHERE id = ANY($1)', [ids]);
    const links = await graph.query('SELECT id FROM document_link WHERE document_id = ANY($1)', [ids]);
    return { documents: documents.map(({ id }) => id), links };
  };

  test('begins soon after its start, takes away what can no longer come, and applies the periods', async () => {
    graph.at('2025-06-01T12:00');
    const [never, stored] = await halfAndWhole(await somebody());
    const unused = await somebody();
    const { log, lines } = memoryLog();
    const { rounds } = job(log, { first: 0, next: HOUR });
    rounds.start();
    while (lines.length === 0) await new Promise(setImmediate);
    await rounds.stop();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ failed: 0, msg: 'retention periods were applied' }]);
    expect(await leftOf([never, stored])).toEqual({ documents: [stored], links: [] });
    expect(await noticesOf(unused)).toHaveLength(1);
  });

  test('comes again and again', async () => {
    const [first] = await halfAndWhole(await somebody());
    const [later] = await halfAndWhole(await somebody(), '2999-01-01T00:00:00Z');
    const { log, lines } = memoryLog();
    const { rounds } = job(log, { first: 0, next: 1 });
    rounds.start();
    while (lines.length === 0) await new Promise(setImmediate);
    expect((await leftOf([first, later])).documents).toEqual([later]);
    await graph.query('UPDATE document SET announced_until = $2 WHERE id = $1', [later, LONG_AGO]);
    while ((await leftOf([later])).documents.length > 0 || lines.length < 2) await new Promise(setImmediate);
    await rounds.stop();
  });

  test('goes on after a round that failed', async () => {
    const tables = ['document_link', 'idempotency'];
    for (const table of tables) await graph.query(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    const { log, lines } = memoryLog();
    const { rounds } = job(log, { first: 0, next: 1 });
    rounds.start();
    while (lines.length < 2) await new Promise(setImmediate);
    for (const table of tables) await graph.query(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
    while (!lines.at(-1)!.includes('were applied')) await new Promise(setImmediate);
    await rounds.stop();
    expect(lines[0]).toContain('unfinished uploads could not be swept');
    expect(lines[1]).toContain('retention periods could not be applied');
  });

  test('stops when it is told to, also before its first round', async () => {
    const { rounds } = job();
    rounds.start();
    await rounds.stop();
    await somebody();
    expect(await job().run(brussels('2025-06-01T12:00'), AbortSignal.abort())).toEqual(NOTHING);
  });
});

test('anyone may read for how long what is kept', async () => {
  const query =
    '{ retention { purpose period what { nl fr en } basis { en } startsFrom { text(language: FR) { value } } } }';
  const { data, errors, statements } = await graph.ask(PUBLIC_ACTOR, query);
  expect({ errors, statements }).toEqual({ errors: undefined, statements: 0 });
  expect(data.retention.map(({ purpose, period }: { purpose: string; period: string }) => [purpose, period])).toEqual(
    expect.arrayContaining([
      ['ACCOUNT', 'P2Y'],
      ['APPLICATION_FILE', 'P2Y'],
      ['DRAFT_FILE', 'P6M'],
      ['REPEATED_REQUEST', 'P7D'],
      ['ACCESS_LOG', 'P10Y'],
    ]),
  );
});
