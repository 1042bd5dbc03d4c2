import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { readableOf } from './testing/intruder.ts';
import {
  brussels,
  candidateOf,
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

let graph: PrivacyGraph;
let person: Person;

beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(told(VACANCY, 1));
});
afterAll(() => graph.close());
beforeEach(async () => {
  graph.at('2026-07-01T10:00');
  person = await graph.rows.candidate(`subject-${randomUUID()}`);
  await graph.rows.everything(person, VACANCY);
});

const erasedEvents = (candidate: string) =>
  graph.query("SELECT data FROM outbox WHERE subject = $1 AND type LIKE '%erased%'", [candidate]);

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
  test('that meets a part of a document on its way in takes that along', async () => {
    const announced = await graph.rows.document(person, [{ fileName: 'a.pdf' }], 'first', { state: 'ANNOUNCED' });
    let erased: Promise<unknown> | undefined;
    await graph.installation.source.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO document_chunk (document_id, number, content)
         SELECT id, 1, 'second' FROM document WHERE id = $1 FOR SHARE`,
        [announced],
      );
      erased = eraseMe(graph, person.subject);
      const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
      while ((await graph.query(waiting)).length === 0) await new Promise(setImmediate);
    });
    expect(await erased).toMatchObject({ __typename: 'Erased' });
    expect(await graph.query('SELECT number FROM document_chunk WHERE document_id = $1', [announced])).toEqual([]);
  });

  test.each([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a recruiter', RECRUITER, 'FORBIDDEN'],
    ['another candidate', candidateOf('somebody-else'), 'FORBIDDEN'],
  ])('of a candidate is not for %s', async (_who, actor, code) => {
    const errors = await eraseCandidate(graph, actor, { candidate: person.id, reasons: 'Because.' });
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(await readableOf(graph, person.id)).not.toEqual([]);
  });

  test('of who has no account is refused', async () => {
    expect(await eraseMe(graph, 'nobody')).toMatchObject({ problems: [{ code: 'NO_ACCOUNT' }] });
  });

  test('by the officer is refused for what is no id, and without reasons', async () => {
    expect(await eraseCandidate(graph, OFFICER, { candidate: "x'; --", reasons: 'Because.' })).toMatchObject({
      problems: [{ code: 'UNKNOWN_CANDIDATE', value: null }],
    });
    expect(await eraseCandidate(graph, OFFICER, { candidate: person.id, reasons: ' ' })).toMatchObject({
      problems: [{ path: 'reasons', code: 'EMPTY_TEXT' }],
    });
    expect(await readableOf(graph, person.id)).not.toEqual([]);
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
