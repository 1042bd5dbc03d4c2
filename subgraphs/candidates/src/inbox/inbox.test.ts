import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dutch, ours } from '@mandate-graph/domain';
import { always, vacancyState } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { everythingIn } from '../testing/candidates.subgraph.ts';
import { InboxReading, NOW } from './testing/inbox.reading.ts';

const VACANCY = 'vrb:vacancy:a';
const DEADLINE = Temporal.Instant.from('2025-09-12T22:00:00Z');

let reading: InboxReading;
beforeAll(async () => {
  reading = await InboxReading.open();
  const { inboxes } = reading;
  const title = dutch('Leidend ambtenaar', 'Fonctionnaire dirigeant', 'Leading official');
  await inboxes.tellOfVacancy(VACANCY, 1, [always(vacancyState({ title: ours('Oud', 'Ancien', 'Old') }))]);
  await inboxes.tellOfVacancy(VACANCY, 2, [always(vacancyState({ title }))]);
  // It is public no longer: what it was called is still known.
  await inboxes.tellOfVacancy(VACANCY, 3, []);
  const hidden = vacancyState({ title: ours('Geheim', 'Secret', 'Secret'), publication: 'DRAFT' });
  await inboxes.tellOfVacancy('vrb:vacancy:draft', 1, [always(hidden)]);
});
afterAll(() => reading?.close());

const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe('an inbox', () => {
  test('is empty at first', async () => {
    const { inbox, errors } = await reading.read(await reading.someone());
    expect({ inbox, errors }).toEqual({
      ...{ inbox: { unreadCount: 0, openTaskCount: 0, edges: [], pageInfo: expect.anything() }, errors: undefined },
    });
  });

  test('says what was told, in all languages, with the vacancy and until when', async () => {
    const actor = await reading.someone();
    const [id] = await reading.inboxes.post(actor.subject, NOW, [
      { code: 'VALIDATE', vacancyId: VACANCY, dueAt: DEADLINE },
    ]);
    const { nodes } = await reading.read(actor);
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
    const actor = await reading.someone();
    await reading.inboxes.post(actor.subject, NOW, [
      { vacancyId: 'vrb:vacancy:draft' },
      { vacancyId: 'vrb:vacancy:nowhere' },
    ]);
    const { nodes } = await reading.read(actor);
    expect(nodes.map(({ subject }: { subject: { en: string } }) => subject.en)).toEqual([
      'Submit your application',
      'Submit your application',
    ]);
  });

  test('leads to the application that a message is about', async () => {
    const actor = await reading.someone();
    const [mine, another] = [randomUUID(), randomUUID()];
    const ofCandidate = `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, version, recorded_at, recorded_by)
      SELECT $1, candidate_id, $2, 'DRAFT', 1, now(), 'test' FROM candidates.candidate_subject WHERE subject = $3`;
    await reading.candidates.database.query(ofCandidate, [mine, VACANCY, actor.subject]);
    await reading.candidates.database.query(ofCandidate, [another, VACANCY, (await reading.someone()).subject]);
    await reading.inboxes.post(actor.subject, NOW, [{ applicationId: mine }, { applicationId: another }]);
    const { nodes } = await reading.read(actor);
    expect(nodes.map(({ application }: { application: unknown }) => application)).toEqual([
      null,
      { id: mine, status: 'DRAFT' },
    ]);
  });

  test('gives reasons to the candidate, and to nobody who has the database', async () => {
    const actor = await reading.someone();
    const reasons = 'The zebra diploma was not proven.';
    await reading.inboxes.post(actor.subject, NOW, [
      { code: 'ELIGIBILITY_DECIDED', facts: { conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE' }, reasons },
    ]);
    const { nodes } = await reading.read(actor);
    expect(nodes[0]).toMatchObject({
      reasons,
      text: { en: expect.stringMatching(/^You do not meet the conditions\./) },
    });
    expect(await everythingIn(reading.candidates.database)).not.toContain('zebra');
  });

  test('comes page by page, the newest first, each once, in as many statements however long it is', async () => {
    const actor = await reading.someone();
    const messages = Array.from({ length: 45 }, () => ({ vacancyId: VACANCY }));
    const posted = await reading.inboxes.post(actor.subject, NOW, messages);
    const seen: string[] = [];
    const costs = new Set<number>();
    let after: string | null = null;
    do {
      const { inbox, nodes, statements }: Awaited<ReturnType<InboxReading['read']>> = await reading.read(actor, {
        first: 20,
        after,
      });
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
    const actor = await reading.someone();
    const [task, message, other] = await reading.inboxes.post(actor.subject, NOW, [
      { code: 'SUBMIT' },
      { code: 'APPLICATION_SUBMITTED' },
      { code: 'VALIDATE' },
    ]);
    await reading.candidates.write(actor, 'markRead', { messages: [other] });
    expect(idsOf((await reading.read(actor, { unreadOnly: true })).nodes)).toEqual([message, task]);
    expect(idsOf((await reading.read(actor, { tasksOnly: true })).nodes)).toEqual([other, task]);
    expect(idsOf((await reading.read(actor, { unreadOnly: true, tasksOnly: true })).nodes)).toEqual([task]);
  });

  test('counts as open what is not done and can still be done in time', async () => {
    const actor = await reading.someone();
    await reading.inboxes.post(actor.subject, NOW, [
      { code: 'APPLICATION_SUBMITTED' },
      { code: 'SUBMIT', dueAt: Temporal.Instant.from(NOW) },
      { code: 'VALIDATE', dueAt: Temporal.Instant.from(NOW).add({ nanoseconds: 1_000 }) },
      { code: 'REVIEW_FILE' },
    ]);
    const [done] = await reading.inboxes.post(actor.subject, NOW, [{ code: 'REACH_YEARS' }]);
    await reading.candidates.database.query('UPDATE candidates.message SET done_at = now() WHERE id = $1', [done]);
    expect((await reading.read(actor)).inbox).toMatchObject({ unreadCount: 5, openTaskCount: 2 });
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: cursorOf('x') },
    { after: cursorOf('1', 2) },
  ])('has no page %j', async (page) => {
    const { inbox, errors } = await reading.read(await reading.someone(), page);
    expect({ inbox, code: errors?.[0]?.extensions['code'] }).toEqual({ inbox: null, code: 'BAD_USER_INPUT' });
  });
});

function cursorOf(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(['INBOX', ...key])).toString('base64url');
}
