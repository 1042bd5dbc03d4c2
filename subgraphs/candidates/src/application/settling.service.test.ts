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
  test('validates it', async () => {
    const { person, id, status } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    done(await person.act('validate', id, 4, IN_TIME));
    expect(await status()).toBe('DEFINITIVE');
    expect((await desk.inboxOf(id)).messages).toEqual([
      ...[SUBMITTED, 'APPLICATION_LAPSED', 'APPLICATION_REOPENED', VALIDATED],
    ]);
    expect(await desk.frozenFor(id)).toEqual([]);
    await desk.run(AFTER);
    expect([await status(), await desk.frozenFor(id)]).toEqual(['DEFINITIVE', [CLOSES]]);
  });

  test('and changes something else only: then it lapses again, with the change in its file', async () => {
    const { person, status, frozen } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    done(await person.saveWork('In time', IN_TIME));
    expect(await status()).toBe('PROVISIONAL');
    await desk.run(AFTER);
    expect([await status(), await frozen()]).toEqual(['LAPSED', ['In time']]);
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
