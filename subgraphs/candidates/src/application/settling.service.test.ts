import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { AFTER, BEFORE, CLOSES, closing, type Desk, done, IN_TIME, openDesk } from './testing/settling.desk.ts';

const A_SECOND_LATER = '2026-10-22T22:00:01Z';
const [SUBMITTED, VALIDATED] = ['APPLICATION_SUBMITTED', 'APPLICATION_VALIDATED'];

let desk: Desk;
let somebody: Desk['somebody'];

beforeAll(async () => {
  desk = await openDesk();
  ({ somebody } = desk);
});
afterAll(() => desk.close());

describe('at the deadline', () => {
  test('what is not validated lapses, is told so, and has nothing to do any more', async () => {
    const { id, status } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    expect(await status()).toBe('LAPSED');
    expect(await desk.inboxOf(id)).toEqual({ messages: [SUBMITTED, 'APPLICATION_LAPSED'], tasks: [] });
    expect(await desk.frozenFor(id)).toEqual([CLOSES]);
    expect((await desk.record(id)).dueAt).toBeNull();
    const [row] = await desk.database.query(
      'SELECT recorded_by AS by, reason, lapsed_by AS cause FROM candidates.application WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ by: 'rule:deadline', reason: 'LAPSE', cause: 'DEADLINE' });
  });

  test('a draft lapses, and is no file to be judged', async () => {
    const { id, status } = await somebody('DRAFT');
    await desk.run(AFTER);
    expect([await status(), await desk.frozenFor(id)]).toEqual(['LAPSED', []]);
  });

  test('a definitive application stays so, and its file is frozen once', async () => {
    const { id, person, status } = await somebody('DEFINITIVE');
    await desk.run(AFTER);
    const [first] = await desk.database.query(
      'SELECT * FROM candidates.application_snapshot WHERE application_id = $1',
      [id],
    );
    await person.saveWork('Later', AFTER);
    await desk.run('2026-10-24T08:00:00Z');
    expect(
      await desk.database.query('SELECT * FROM candidates.application_snapshot WHERE application_id = $1', [id]),
    ).toEqual([first]);
    expect(await status()).toBe('DEFINITIVE');
  });

  test('what is frozen is what stood then, though the CV is edited a second later and the job comes after that', async () => {
    const { person, frozen } = await somebody('DEFINITIVE');
    done(await person.saveWork('In time', IN_TIME));
    done(await person.saveWork('A second later', A_SECOND_LATER));
    await desk.run(AFTER);
    expect(await frozen()).toEqual(['In time']);
  });

  test('the documents in a file are noted with it', async () => {
    const { person, id } = await somebody('DEFINITIVE');
    const document = await person.saveDocument('diploma.pdf', BEFORE);
    await desk.run(AFTER);
    expect(
      await desk.database.query(
        'SELECT document_id AS document, closes_at AS at FROM candidates.snapshot_document WHERE application_id = $1',
        [id],
      ),
    ).toEqual([{ document, at: new Date(CLOSES) }]);
  });

  test('nobody validates any more, on the instant', async () => {
    const { person, id, status } = await somebody('PROVISIONAL');
    expect(await person.act('validate', id, 2, CLOSES)).toMatchObject({ outcome: 'refused' });
    // The refusal takes back what was settled before it, for the job to do.
    expect(await status()).toBe('PROVISIONAL');
    await desk.run(AFTER);
    expect(await status()).toBe('LAPSED');
  });
});

describe('a request that arrived in time and waited until the application had lapsed', () => {
  test.each([
    ['on the version that its candidate knew', 2],
    ['on the one that it is at by then', 4],
  ])('validates it, %s', async (_which, version) => {
    const { person, id, status } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    expect(await person.act('validate', id, 3, IN_TIME)).toMatchObject({ outcome: 'conflict', given: 3, current: 4 });
    done(await person.act('validate', id, version, IN_TIME));
    expect(await status()).toBe('DEFINITIVE');
    expect((await desk.inboxOf(id)).messages).toEqual([
      ...[SUBMITTED, 'APPLICATION_LAPSED', 'APPLICATION_REOPENED', VALIDATED],
    ]);
    await desk.run(AFTER);
    expect(await status()).toBe('DEFINITIVE');
  });

  test('and changes something else only: then it lapses again', async () => {
    const { person, status } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    done(await person.saveWork('In time', IN_TIME));
    expect(await status()).toBe('PROVISIONAL');
    await desk.run(AFTER);
    expect(await status()).toBe('LAPSED');
  });
});

describe('a request that arrived in time and waited until the file was frozen', () => {
  const snapshots = (id: string) =>
    desk.database.query('SELECT * FROM candidates.application_snapshot WHERE application_id = $1', [id]);

  test('changes the account and not the file, whatever was changed after the deadline', async () => {
    const { person, id, frozen } = await somebody('DEFINITIVE');
    done(await person.saveWork('Before', BEFORE));
    done(await person.saveWork('After the deadline', A_SECOND_LATER));
    const before = await snapshots(id);
    done(await person.saveWork('In time', IN_TIME));
    await person.saveDocument('diploma.pdf', IN_TIME);
    done(await person.saveWork('Later still', AFTER));
    await desk.run(AFTER);
    expect([await frozen(), await snapshots(id)]).toEqual([['Before'], before]);
  });

  test('with several changes does of them what leaves the file as it is', async () => {
    const { person, id, status, frozen } = await somebody('PROVISIONAL');
    const section = done(await person.saveSection(id, 'Head', BEFORE));
    await desk.run(AFTER);
    const before = await snapshots(id);
    const request = person.at(IN_TIME);
    const key = () => ({ idempotencyKey: randomUUID(), application: id });
    done(await request.applicationActs.validate({ ...key(), version: 4 }));
    const refused = { outcome: 'refused', problems: [{ path: 'application', code: 'FILE_FROZEN' }] };
    expect(await person.saveSection(id, 'Director', IN_TIME)).toMatchObject(refused);
    expect(await request.sections.remove({ ...key(), id: section.id, version: 1 })).toMatchObject(refused);
    done(await person.saveWork('In time', IN_TIME));
    expect([await status(), await frozen(), await snapshots(id)]).toEqual(['DEFINITIVE', [], before]);
    await desk.run(AFTER);
    expect([await status(), await snapshots(id)]).toEqual(['DEFINITIVE', before]);
  });

  test('submits a draft, whose file freezes afterwards', async () => {
    const { person, id, status, frozen } = await somebody('DRAFT');
    done(await person.saveWork('Before', BEFORE));
    await desk.run(AFTER);
    done(await person.act('submit', id, 3, IN_TIME));
    expect([await status(), await desk.frozenFor(id)]).toEqual(['PROVISIONAL', []]);
    await desk.run(AFTER);
    expect([await status(), await frozen()]).toEqual(['LAPSED', ['Before']]);
  });

  test.each<['submit' | 'resume', 'DRAFT' | 'DEFINITIVE', number]>([
    ['submit', 'DRAFT', 1],
    ['resume', 'DEFINITIVE', 4],
  ])('and would %s what nobody judged is refused once the account was changed', async (act, begun, version) => {
    const { person, id, status } = await somebody(begun);
    if (act === 'resume') done(await person.act('withdraw', id, 3, BEFORE));
    done(await person.saveWork('After the deadline', A_SECOND_LATER));
    const doing = () => person.act(act, id, begun === 'DRAFT' ? version + 2 : version, IN_TIME);
    expect(await doing()).toMatchObject({ outcome: 'refused', problems: [{ code: 'FILE_CHANGED' }] });
    await desk.run(AFTER);
    expect([await status(), await desk.frozenFor(id)]).toEqual([begun === 'DRAFT' ? 'LAPSED' : 'WITHDRAWN', []]);
  });

  test('is not taken for one by a demonstration clock that was set back further than anything waits', async () => {
    const { person, id } = await somebody('DRAFT');
    done(await person.saveWork('Before it was set back', AFTER));
    done(await person.act('submit', id, 3, BEFORE));
  });
});

describe.each([
  ['2026-03-29', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-25T23:00:00Z'],
])('on %s, a day on which the clock changes', (date, closes) => {
  const fromTheEnd = (milliseconds: number) => Temporal.Instant.from(closes).add({ milliseconds }).toString();
  const provisional = () => somebody('PROVISIONAL', closing(date), '2026-03-01T10:00:00Z');

  test.each([
    [-1, 'done', 'DEFINITIVE'],
    [0, 'refused', 'PROVISIONAL'],
  ])('a validation %i ms from the end of the local day is %s', async (milliseconds, outcome, expected) => {
    const { person, id, status } = await provisional();
    expect(await person.act('validate', id, 2, fromTheEnd(milliseconds))).toMatchObject({ outcome });
    expect(await status()).toBe(expected);
  });

  test('what is not validated lapses by the job 30 seconds after the end of the local day', async () => {
    const { status } = await provisional();
    await desk.run(fromTheEnd(29_999));
    expect(await status()).toBe('PROVISIONAL');
    await desk.run(fromTheEnd(30_000));
    expect(await status()).toBe('LAPSED');
  });
});
