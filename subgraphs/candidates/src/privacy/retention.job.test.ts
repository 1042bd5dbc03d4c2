import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '@mandate-graph/domain';
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

const job = (log = silentLog, clock: Clock = graph.clock) => new RetentionJob({ ...graph.installation, clock, log });
const run = (local: string) => job().run(brussels(local));
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
  test('takes away documents that can no longer come, and links that have expired', async () => {
    const person = await somebody();
    const announced = { state: 'ANNOUNCED', announced_until: LONG_AGO };
    const never = await graph.rows.document(person, [{ fileName: 'never.pdf' }], 'half of it', announced);
    const stored = await graph.rows.document(person, [{ fileName: 'stored.pdf' }], 'all of it');
    await run('2025-01-01T12:00');
    const documents = await graph.query('SELECT id FROM document WHERE candidate_id = $1', [person.id]);
    expect(documents).toEqual([{ id: stored }]);
    expect(await graph.query('SELECT id FROM document_link WHERE document_id = ANY($1)', [[never, stored]])).toEqual(
      [],
    );
  });

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
    expect(await job(log).run(brussels('2025-06-01T12:00'))).toEqual({ ...NOTHING, told: 204, failed: 1 });
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

  test('stops when it is told to, also before its first hour is over', async () => {
    const started = job();
    started.start();
    await started.stop();
    await somebody();
    expect(await started.run(brussels('2025-06-01T12:00'))).toEqual(NOTHING);
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
