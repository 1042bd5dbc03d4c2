import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dutch, ours } from '@mandate-graph/domain';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { always, vacancyState } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import {
  candidateOf,
  everythingIn,
  holder,
  type TestCandidates,
  testCandidates,
} from '../testing/candidates.subgraph.ts';
import { Inboxes } from './testing/inboxes.ts';

const NOW = '2025-09-01T07:00:00Z';
const VACANCY = 'vrb:vacancy:a';
const DEADLINE = Temporal.Instant.from('2025-09-12T22:00:00Z');

let candidates: TestCandidates;
let inboxes: Inboxes;
beforeAll(async () => {
  candidates = await testCandidates();
  inboxes = await Inboxes.open(candidates.database);
  const title = dutch('Leidend ambtenaar', 'Fonctionnaire dirigeant', 'Leading official');
  await inboxes.tellOfVacancy(VACANCY, 1, [always(vacancyState({ title: ours('Oud', 'Ancien', 'Old') }))]);
  await inboxes.tellOfVacancy(VACANCY, 2, [always(vacancyState({ title }))]);
  // It is public no longer: what it was called is still known.
  await inboxes.tellOfVacancy(VACANCY, 3, []);
  const hidden = vacancyState({ title: ours('Geheim', 'Secret', 'Secret'), publication: 'DRAFT' });
  await inboxes.tellOfVacancy('vrb:vacancy:draft', 1, [always(hidden)]);
});
afterAll(async () => {
  await inboxes?.close();
  await candidates?.close();
});

let subjects = 0;
async function someone(): Promise<Actor> {
  subjects += 1;
  const actor = candidateOf(`inbox-${subjects}`);
  await candidates.write(actor, 'saveAccount', {
    ...{ givenNames: 'Ann', familyName: 'Peeters', email: 'ann@example.org', preferredLanguage: 'NL' },
  });
  return actor;
}

const INBOX = `query ($first: Int, $after: String, $unreadOnly: Boolean = false, $tasksOnly: Boolean = false) { me {
  inbox(first: $first, after: $after, unreadOnly: $unreadOnly, tasksOnly: $tasksOnly) { unreadCount openTaskCount
    pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id kind code subject { nl fr en original } text { nl fr en }
      reasons sentAt dueAt readAt doneAt vacancy { id } application { id status } } } } } }`;
const read = async (actor: Actor, variables: Record<string, unknown> = {}) => {
  const { data, errors, statements } = await candidates.ask(actor, INBOX, variables);
  const inbox = data.me?.inbox;
  return { inbox, errors, statements, nodes: inbox?.edges.map(({ node }: { node: object }) => node) };
};
const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe('an inbox', () => {
  test('is empty at first', async () => {
    const { inbox, errors } = await read(await someone());
    expect({ inbox, errors }).toEqual({
      ...{ inbox: { unreadCount: 0, openTaskCount: 0, edges: [], pageInfo: expect.anything() }, errors: undefined },
    });
  });

  test('says what was told, in all languages, with the vacancy and until when', async () => {
    const actor = await someone();
    const [id] = await inboxes.post(actor.subject, NOW, [{ code: 'VALIDATE', vacancyId: VACANCY, dueAt: DEADLINE }]);
    const { nodes } = await read(actor);
    expect(nodes).toEqual([
      {
        ...{ id, kind: 'TASK', code: 'VALIDATE', reasons: null, sentAt: '2025-09-01T07:00:00.000Z' },
        ...{
          dueAt: '2025-09-12T22:00:00.000Z',
          readAt: null,
          doneAt: null,
          vacancy: { id: VACANCY },
          application: null,
        },
        subject: {
          nl: 'Valideer uw kandidatuur: Leidend ambtenaar',
          fr: 'Validez votre candidature : Fonctionnaire dirigeant',
          en: 'Validate your application: Leading official',
          original: null,
        },
        text: {
          nl: expect.stringMatching(/“Leidend ambtenaar”.*tot en met 12 september 2025/),
          fr: expect.stringMatching(/« Fonctionnaire dirigeant ».*jusqu’au 12 septembre 2025 inclus/),
          en: expect.stringMatching(/“Leading official”.*up to and including 12 September 2025/),
        },
      },
    ]);
  });

  test('does not say what a vacancy is called that was never public', async () => {
    const actor = await someone();
    await inboxes.post(actor.subject, NOW, [{ vacancyId: 'vrb:vacancy:draft' }, { vacancyId: 'vrb:vacancy:nowhere' }]);
    const { nodes } = await read(actor);
    expect(nodes.map(({ subject }: { subject: { en: string } }) => subject.en)).toEqual([
      'Submit your application',
      'Submit your application',
    ]);
  });

  test('leads to the application that a message is about', async () => {
    const actor = await someone();
    const [mine, another] = [randomUUID(), randomUUID()];
    const ofCandidate = `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, version, recorded_at, recorded_by)
      SELECT $1, candidate_id, $2, 'DRAFT', 1, now(), 'test' FROM candidates.candidate_subject WHERE subject = $3`;
    await candidates.database.query(ofCandidate, [mine, VACANCY, actor.subject]);
    await candidates.database.query(ofCandidate, [another, VACANCY, (await someone()).subject]);
    await inboxes.post(actor.subject, NOW, [{ applicationId: mine }, { applicationId: another }]);
    const { nodes } = await read(actor);
    expect(nodes.map(({ application }: { application: unknown }) => application)).toEqual([
      null,
      { id: mine, status: 'DRAFT' },
    ]);
  });

  test('gives reasons to the candidate, and to nobody who has the database', async () => {
    const actor = await someone();
    const reasons = 'The zebra diploma was not proven.';
    await inboxes.post(actor.subject, NOW, [
      { code: 'ELIGIBILITY_DECIDED', facts: { conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE' }, reasons },
    ]);
    const { nodes } = await read(actor);
    expect(nodes[0]).toMatchObject({
      reasons,
      text: { en: expect.stringMatching(/^You do not meet the conditions\./) },
    });
    expect(await everythingIn(candidates.database)).not.toContain('zebra');
  });

  test('comes page by page, the newest first, each once, in as many statements however long it is', async () => {
    const actor = await someone();
    const messages = Array.from({ length: 45 }, () => ({ vacancyId: VACANCY }));
    const posted = await inboxes.post(actor.subject, NOW, messages);
    const seen: string[] = [];
    const costs = new Set<number>();
    let after: string | null = null;
    do {
      const { inbox, nodes, statements }: Awaited<ReturnType<typeof read>> = await read(actor, { first: 20, after });
      expect(inbox).toMatchObject({
        unreadCount: 45,
        openTaskCount: 45,
        pageInfo: { hasPreviousPage: after !== null },
      });
      seen.push(...idsOf(nodes));
      costs.add(statements);
      after = inbox.pageInfo.hasNextPage ? inbox.edges.at(-1).cursor : null;
    } while (after !== null);
    expect(seen).toEqual([...posted].reverse());
    expect(costs).toEqual(new Set([3]));
  });

  test('shows the unread ones alone, or the tasks alone', async () => {
    const actor = await someone();
    const [task, message, other] = await inboxes.post(actor.subject, NOW, [
      { code: 'SUBMIT' },
      { code: 'APPLICATION_SUBMITTED' },
      { code: 'VALIDATE' },
    ]);
    await candidates.write(actor, 'markRead', { messages: [other] });
    expect(idsOf((await read(actor, { unreadOnly: true })).nodes)).toEqual([message, task]);
    expect(idsOf((await read(actor, { tasksOnly: true })).nodes)).toEqual([other, task]);
    expect(idsOf((await read(actor, { unreadOnly: true, tasksOnly: true })).nodes)).toEqual([task]);
  });

  test('counts as open what is not done and can still be done in time', async () => {
    const actor = await someone();
    await inboxes.post(actor.subject, NOW, [
      { code: 'APPLICATION_SUBMITTED' },
      { code: 'SUBMIT', dueAt: Temporal.Instant.from(NOW) },
      { code: 'VALIDATE', dueAt: Temporal.Instant.from(NOW).add({ nanoseconds: 1_000 }) },
      { code: 'REVIEW_FILE' },
    ]);
    const [done] = await inboxes.post(actor.subject, NOW, [{ code: 'REACH_YEARS' }]);
    await candidates.database.query('UPDATE candidates.message SET done_at = now() WHERE id = $1', [done]);
    expect((await read(actor)).inbox).toMatchObject({ unreadCount: 5, openTaskCount: 2 });
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: cursorOf('x') },
    { after: cursorOf('1', 2) },
  ])('has no page %j', async (page) => {
    const { inbox, errors } = await read(await someone(), page);
    expect({ inbox, code: errors?.[0]?.extensions['code'] }).toEqual({ inbox: null, code: 'BAD_USER_INPUT' });
  });
});

describe('who reads an inbox', () => {
  test('the candidate, and no other one', async () => {
    const [one, other] = [await someone(), await someone()];
    await inboxes.post(one.subject, NOW, [{}]);
    expect((await read(other)).nodes).toEqual([]);
  });

  test.each<[string, Actor, string]>([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a recruiter', holder('recruiter', 'recruiter-1', 'vrb'), 'FORBIDDEN'],
    ['the authority', holder('authority', 'authority-1', 'vrb'), 'FORBIDDEN'],
    ['the privacy officer', holder('privacy-officer', 'officer-1'), 'FORBIDDEN'],
  ])('not %s', async (_who, actor, code) => {
    const { inbox, errors } = await read(actor);
    expect({ inbox, code: errors?.[0]?.extensions['code'] }).toEqual({ inbox: undefined, code });
  });

  test('not the institution that the candidate applies to, which sees who they are', async () => {
    const actor = await someone();
    await inboxes.post(actor.subject, NOW, [{ code: 'APPLICATION_SUBMITTED' }]);
    await candidates.database.query(
      `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, submitted_at, version, recorded_at, recorded_by)
       SELECT $1, candidate_id, 'vrb:vacancy:seen', 'PROVISIONAL', now(), 1, now(), 'test'
       FROM candidates.candidate_subject WHERE subject = $2`,
      [randomUUID(), actor.subject],
    );
    const { data, errors } = await candidates.ask(
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
  const readAts = async (actor: Actor) => (await read(actor)).nodes.map(({ readAt }: { readAt: string }) => readAt);

  test('as read keeps the instant of the first time, and as unread takes it away', async () => {
    const actor = await someone();
    const [first, second] = await inboxes.post(actor.subject, NOW, [{}, {}]);
    await candidates.database.query("UPDATE candidates.message SET read_at = '2025-08-01T00:00:00Z' WHERE id = $1", [
      first,
    ]);
    await candidates.write(actor, 'markRead', { messages: [first, second!.toUpperCase(), second] });
    expect(await readAts(actor)).toEqual(['2025-09-01T07:00:00.000Z', '2025-08-01T00:00:00.000Z']);
    await candidates.write(actor, 'markRead', { messages: [first], read: false });
    expect(await readAts(actor)).toEqual(['2025-09-01T07:00:00.000Z', null]);
  });

  test('answers with the account, and with the inbox as it stands then', async () => {
    const actor = await someone();
    const [id] = await inboxes.post(actor.subject, NOW, [{}, {}]);
    const { data } = await candidates.ask(
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
    const [actor, other] = [await someone(), await someone()];
    const [mine] = await inboxes.post(actor.subject, NOW, [{}]);
    const [theirs] = await inboxes.post(other.subject, NOW, [{}]);
    const { __typename, problems } = await candidates.write(actor, 'markRead', {
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
    const { problems } = await candidates.write(await someone(), 'markRead', {
      messages: Array.from({ length: count }, () => randomUUID()),
    });
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['messages', 'OUT_OF_RANGE', String(count)],
    ]);
  });

  test('is not for who has no account', async () => {
    const { problems } = await candidates.write(candidateOf('nobody-yet'), 'markRead', { messages: [randomUUID()] });
    expect(problems.map(({ code }) => code)).toEqual(['NO_ACCOUNT']);
  });
});

function cursorOf(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(['INBOX', ...key])).toString('base64url');
}
