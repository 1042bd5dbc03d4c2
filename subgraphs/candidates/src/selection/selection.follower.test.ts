import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CloudEvent, OfCandidacy } from '@mandate-graph/domain';
import { InboxPost } from '../inbox/inbox.post.ts';
import { erase } from '../privacy/erasure.ts';
import {
  brussels,
  candidateOf,
  openPrivacyGraph,
  type PrivacyGraph,
  told as toldOfVacancy,
  VACANCY,
} from '../privacy/testing/privacy.graph.ts';
import type { Person } from '../privacy/testing/private.rows.ts';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import { SelectionFollower } from './selection.follower.ts';
import { ended, notified, ofCandidacy, recorded, told } from './testing/selection.news.ts';

let graph: PrivacyGraph;
let person: Person;
let of: OfCandidacy;
beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(toldOfVacancy(VACANCY, 1));
});
afterAll(() => graph.close());
beforeEach(async () => {
  graph.at('2025-11-10T09:00');
  person = await graph.rows.candidate(`subject-${randomUUID()}`);
  of = ofCandidacy(await graph.rows.application(person, VACANCY, 'DEFINITIVE'), person.id, VACANCY);
});

const follow = (...events: readonly CloudEvent[]) =>
  graph.installation.source.transaction((manager) =>
    new SelectionFollower(manager, graph.installation.sealing, new InboxPost(true)).follow(events),
  );
const messages = ({ id }: Person = person) =>
  graph.query(
    `SELECT code, kind, facts, sent_at, due_at, done_at, mail, data FROM message WHERE candidate_id = $1 ORDER BY number`,
    [id],
  );
const standing = async (application = of.application) =>
  (await graph.query('SELECT status, version FROM selection_standing WHERE application_id = $1', [application]))[0];
const AT = new Date('2025-11-03T09:00:00Z');

describe('what candidates are told', () => {
  test('comes into their inbox as of when it was told, to be mailed as well', async () => {
    const facts = { step: 'COMPUTER_ASSESSMENT', startsAt: '2025-12-01T09:00:00Z' };
    await follow(told(of, 'STEP_INVITED', { facts, dueAt: '2025-11-20T23:00:00Z' }));
    expect(await messages()).toEqual([
      {
        ...{ code: 'STEP_INVITED', kind: 'MESSAGE', facts, sent_at: AT, due_at: new Date('2025-11-20T23:00:00Z') },
        ...{ done_at: null, mail: 'WAITING', data: null },
      },
    ]);
    const { data } = await graph.ask(
      candidateOf(person.subject),
      '{ me { inbox { edges { node { code text { en } vacancy { id } application { id } } } } } }',
    );
    expect(data.me.inbox.edges).toEqual([
      {
        node: {
          ...{ code: 'STEP_INVITED', vacancy: { id: VACANCY }, application: { id: of.application } },
          text: { en: expect.stringContaining('step “computer assessment” of the selection for the vacancy “Head”') },
        },
      },
    ]);
  });

  test('as a task is open until it is done, and set anew takes the place of the one before', async () => {
    await follow(told(of, 'BOOK_SESSION', { dueAt: '2025-11-20T23:00:00Z' }));
    await follow(told(of, 'ANSWER_APPOINTMENT'), told(of, 'BOOK_SESSION', { dueAt: '2025-11-30T23:00:00Z' }));
    const open = async () => (await messages()).map(({ code, done_at }) => [code, done_at === null]);
    expect(await open()).toEqual([
      ['BOOK_SESSION', false],
      ['ANSWER_APPOINTMENT', true],
      ['BOOK_SESSION', true],
    ]);
    await follow(told(of, 'BOOK_SESSION', { done: true }));
    expect((await open()).map(([, isOpen]) => isOpen)).toEqual([false, true, false]);
    expect(await messages()).toHaveLength(3);
  });

  test('done in the same page is done, in the order of the feed', async () => {
    await follow(told(of, 'BOOK_SESSION'), told(of, 'BOOK_SESSION', { done: true }), told(of, 'SESSION_BOOKED'));
    expect((await messages()).map(({ code, done_at }) => [code, done_at])).toEqual([
      ['BOOK_SESSION', AT],
      ['SESSION_BOOKED', null],
    ]);
  });

  test('stands once, and as it stood, when the feed is read from its beginning', async () => {
    const feed = [
      ...[told(of, 'BOOK_SESSION'), told(of, 'BOOK_SESSION', { done: true }), told(of, 'SESSION_BOOKED')],
      ...[told(of, 'SESSION_CALLED_OFF'), told(of, 'BOOK_SESSION')],
    ];
    await follow(...feed);
    const before = await messages();
    await follow(...feed, feed[2]!);
    expect(await messages()).toEqual(before);
    // What was kept for its time does not come back either.
    await graph.query('DELETE FROM message WHERE candidate_id = $1', [person.id]);
    await follow(...feed);
    expect(await messages()).toEqual([]);
  });

  test('in a code that there are no words for here is left out, and holds up nothing', async () => {
    await follow(told(of, 'TOURNAMENT_WON' as 'APPOINTED'), told(of, 'APPOINTED'));
    expect((await messages()).map(({ code }) => code)).toEqual(['APPOINTED']);
  });

  test('is not touched by a deadline that moves: only what is to be done for applying is due at it', async () => {
    await follow(told(of, 'BOOK_SESSION', { dueAt: '2025-11-20T23:00:00Z' }));
    const { source, sealing, inbox } = graph.installation;
    await source.transaction(async (manager) => {
      const candidate = (await new CandidateLocks(manager, sealing).ofId(person.id))!;
      const now = brussels('2025-11-10T09:00');
      await inbox.post({ manager, candidate, now }, [
        { code: 'REVIEW_FILE', applicationId: of.application, vacancyId: VACANCY, dueAt: now },
      ]);
      await inbox.due({ manager }, of.application, brussels('2026-01-01T00:00'));
    });
    expect((await messages()).map(({ code, due_at }) => [code, due_at])).toEqual([
      ['BOOK_SESSION', new Date('2025-11-20T23:00:00Z')],
      ['REVIEW_FILE', new Date('2025-12-31T23:00:00Z')],
    ]);
  });
});

describe('where a candidacy stands', () => {
  test('is what the newest version says, in whatever order they come', async () => {
    await follow(recorded(of), recorded(of, { version: 3, status: 'SUITABLE' }), recorded(of, { version: 2 }));
    expect(await standing()).toEqual({ status: 'SUITABLE', version: 3 });
    await follow(recorded(of, { version: 2, status: 'EXCLUDED' }));
    expect(await standing()).toEqual({ status: 'SUITABLE', version: 3 });
    await follow(recorded(of, { version: 4, status: 'SELECTED' }));
    expect(await standing()).toEqual({ status: 'SELECTED', version: 4 });
  });

  test('is what is told later of the same version, as when a result is submitted', async () => {
    const submitted = async () =>
      (
        await graph.query('SELECT submitted_to_authority FROM selection_standing WHERE candidate_id = $1', [person.id])
      ).map(({ submitted_to_authority: one }) => one);
    await follow(recorded(of, { status: 'SUITABLE' }));
    await follow(recorded(of, { status: 'SUITABLE', submittedToAuthority: true }));
    expect(await submitted()).toEqual([true]);
  });
});

test('a notification keeps the last days of its windows, once', async () => {
  const sent = notified(of, {
    windows: [
      { code: 'APPEAL', lastDay: '2026-01-02' },
      { code: 'FEEDBACK', lastDay: '2026-01-03' },
    ],
  });
  await follow(sent, notified(of, { about: 'STEP', negative: false, remedyStated: false }));
  await follow(sent);
  const kept = await graph.query(
    `SELECT about, negative, sent_at, remedy_stated, feedback_until::text, appeal_until::text
     FROM selection_notification WHERE application_id = $1 ORDER BY about`,
    [of.application],
  );
  expect(kept).toEqual([
    {
      ...{ about: 'RESULT', negative: true, sent_at: AT, remedy_stated: true },
      ...{ feedback_until: '2026-01-03', appeal_until: '2026-01-02' },
    },
    {
      ...{ about: 'STEP', negative: false, sent_at: AT, remedy_stated: false },
      ...{ feedback_until: null, appeal_until: null },
    },
  ]);
});

test('an end is the one that came last', async () => {
  const vacancy = `vrb:vacancy:${randomUUID()}`;
  await follow(ended(vacancy, { ending: 'NOBODY_APPOINTED', endedAt: '2026-02-01T09:00:00Z' }), ended(vacancy));
  await follow(ended(vacancy));
  const kept = await graph.query('SELECT ending FROM selection_ending WHERE vacancy_id = $1', [vacancy]);
  expect(kept).toEqual([{ ending: 'NOBODY_APPOINTED' }]);
});

describe('nothing is kept of what is said', () => {
  const nothing = async (...events: readonly CloudEvent[]) => {
    await follow(...events);
    expect([await messages(), await standing()]).toEqual([[], undefined]);
  };

  test('of applications that are not there, or are another’s, or for another vacancy', async () => {
    const other = await graph.rows.candidate(`subject-${randomUUID()}`);
    for (const wrong of [
      { ...of, application: randomUUID() },
      { ...of, candidate: other.id },
      { ...of, candidate: randomUUID() },
      { ...of, vacancy: 'vrb:vacancy:other' },
    ])
      await nothing(told(wrong, 'APPOINTED'), recorded(wrong), notified(wrong));
  });

  test('in events of other types', () =>
    nothing({ ...told(of, 'APPOINTED'), type: 'mandate-graph.mandate.recorded.v1' }));

  test('of who was erased, while others are told', async () => {
    const other = await graph.rows.candidate(`subject-${randomUUID()}`);
    const theirs = ofCandidacy(await graph.rows.application(other, VACANCY, 'DEFINITIVE'), other.id, VACANCY);
    const { source, sealing } = graph.installation;
    await source.transaction(async (manager) => {
      const candidate = (await new CandidateLocks(manager, sealing).ofId(person.id))!;
      await erase({ manager, candidate, now: brussels('2025-11-10T09:00'), by: 'test' });
    });
    await nothing(told(of, 'APPOINTED'), recorded(of), notified(of), told(theirs, 'APPOINTED'), recorded(theirs));
    expect(await messages(other)).toHaveLength(1);
    expect(await standing(theirs.application)).toMatchObject({ status: 'IN_PROGRESS' });
  });

  test('where the transaction that moves the cursor does not end', async () => {
    const broken = graph.installation.source.transaction(async (manager) => {
      await new SelectionFollower(manager, graph.installation.sealing, new InboxPost(false)).follow([
        ...[told(of, 'APPOINTED'), recorded(of)],
      ]);
      throw new Error('the cursor could not be moved');
    });
    await expect(broken).rejects.toThrow('cursor');
    await nothing();
  });
});

test('an erasure that comes meanwhile waits, and takes along what was told', async () => {
  const { source, sealing, inbox } = graph.installation;
  let erased: Promise<unknown> | undefined;
  await source.transaction(async (manager) => {
    await new SelectionFollower(manager, sealing, inbox).follow([told(of, 'APPOINTED')]);
    erased = source.transaction(async (other) => {
      const candidate = (await new CandidateLocks(other, sealing).ofId(person.id))!;
      await erase({ manager: other, candidate, now: brussels('2025-11-10T09:00'), by: 'test' });
    });
    const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    while ((await graph.query(waiting)).length === 0) await new Promise(setImmediate);
  });
  await erased;
  expect(await messages()).toEqual([]);
});
