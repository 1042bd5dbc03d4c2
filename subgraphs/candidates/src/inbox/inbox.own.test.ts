import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { InboxReading, NOW } from './testing/inbox.reading.ts';

let reading: InboxReading;
beforeAll(async () => {
  reading = await InboxReading.open();
});
afterAll(() => reading?.close());

describe('who reads an inbox', () => {
  test('the candidate, and no other one', async () => {
    const [one, other] = [await reading.someone(), await reading.someone()];
    await reading.inboxes.post(one.subject, NOW, [{}]);
    expect((await reading.read(other)).nodes).toEqual([]);
  });

  test.each<[string, Actor, string]>([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a recruiter', holder('recruiter', 'recruiter-1', 'vrb'), 'FORBIDDEN'],
    ['the authority', holder('authority', 'authority-1', 'vrb'), 'FORBIDDEN'],
    ['the privacy officer', holder('privacy-officer', 'officer-1'), 'FORBIDDEN'],
  ])('not %s', async (_who, actor, code) => {
    const { inbox, errors } = await reading.read(actor);
    expect({ inbox, code: errors?.[0]?.extensions['code'] }).toEqual({ inbox: undefined, code });
  });

  test('not the institution that the candidate applies to, which sees who they are', async () => {
    const actor = await reading.someone();
    await reading.inboxes.post(actor.subject, NOW, [{ code: 'APPLICATION_SUBMITTED' }]);
    await reading.candidates.database.query(
      `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, submitted_at, version, recorded_at, recorded_by)
       SELECT $1, candidate_id, 'vrb:vacancy:seen', 'PROVISIONAL', now(), 1, now(), 'test'
       FROM candidates.candidate_subject WHERE subject = $2`,
      [randomUUID(), actor.subject],
    );
    const { data, errors } = await reading.candidates.ask(
      holder('recruiter', 'recruiter-1', 'vrb'),
      `{ _entities(representations: [{ __typename: "Vacancy", id: "vrb:vacancy:seen" }]) { ... on Vacancy {
        applications { edges { node { candidate { familyName inbox { unreadCount } } } } } } } }`,
    );
    const [edge] = data._entities[0].applications.edges;
    expect(edge.node.candidate).toEqual({ familyName: 'Peeters', inbox: null });
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });
});

describe('to mark messages', () => {
  const readAts = async (actor: Actor) =>
    (await reading.read(actor)).nodes.map(({ readAt }: { readAt: string }) => readAt);

  test('as read keeps the instant of the first time, and as unread takes it away', async () => {
    const actor = await reading.someone();
    const [first, second] = await reading.inboxes.post(actor.subject, NOW, [{}, {}]);
    await reading.candidates.database.query(
      "UPDATE candidates.message SET read_at = '2025-08-01T00:00:00Z' WHERE id = $1",
      [first],
    );
    await reading.candidates.write(actor, 'markRead', { messages: [first, second!.toUpperCase(), second] });
    expect(await readAts(actor)).toEqual(['2025-09-01T07:00:00.000Z', '2025-08-01T00:00:00.000Z']);
    await reading.candidates.write(actor, 'markRead', { messages: [first], read: false });
    expect(await readAts(actor)).toEqual(['2025-09-01T07:00:00.000Z', null]);
  });

  test('answers with the account, and with the inbox as it stands then', async () => {
    const actor = await reading.someone();
    const [id] = await reading.inboxes.post(actor.subject, NOW, [{}, {}]);
    const { data } = await reading.candidates.ask(
      actor,
      `mutation ($a: MarkReadInput!, $b: MarkReadInput!) {
        a: markRead(input: $a) { ... on CandidateRecorded { version candidate { inbox { unreadCount } } } }
        b: markRead(input: $b) { ... on CandidateRecorded { version candidate { inbox { unreadCount } } } } }`,
      {
        a: { idempotencyKey: 'a', messages: [id] },
        b: { idempotencyKey: 'b', messages: [id], read: false },
      },
    );
    expect(data).toEqual({
      a: { version: 1, candidate: { inbox: { unreadCount: 1 } } },
      b: { version: 1, candidate: { inbox: { unreadCount: 2 } } },
    });
  });

  test('does nothing if one is another’s, unknown or no id: each is told', async () => {
    const [actor, other] = [await reading.someone(), await reading.someone()];
    const [mine] = await reading.inboxes.post(actor.subject, NOW, [{}]);
    const [theirs] = await reading.inboxes.post(other.subject, NOW, [{}]);
    const { __typename, problems } = await reading.candidates.write(actor, 'markRead', {
      messages: [mine, theirs, randomUUID(), "x'; DROP TABLE message"],
    });
    expect(__typename).toBe('Refused');
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['messages[1]', 'UNKNOWN_MESSAGE', null],
      ['messages[2]', 'UNKNOWN_MESSAGE', null],
      ['messages[3]', 'UNKNOWN_MESSAGE', null],
    ]);
    expect([await readAts(actor), await readAts(other)]).toEqual([[null], [null]]);
  });

  test.each([0, 101])('does nothing with %i of them', async (count) => {
    const { problems } = await reading.candidates.write(await reading.someone(), 'markRead', {
      messages: Array.from({ length: count }, () => randomUUID()),
    });
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['messages', 'OUT_OF_RANGE', String(count)],
    ]);
  });

  test('is not for whoever has no account', async () => {
    const { problems } = await reading.candidates.write(candidateOf('nobody-yet'), 'markRead', {
      messages: [randomUUID()],
    });
    expect(problems.map(({ code }) => code)).toEqual(['NO_ACCOUNT']);
  });
});
