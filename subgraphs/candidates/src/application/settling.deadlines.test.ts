import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AFTER, BEFORE, CLOSES, closing, type Desk, done, OPEN, openDesk, told } from './testing/settling.desk.ts';

const LATER_CLOSES = '2026-11-05T23:00:00.000Z';
const EXTENDED = closing('2026-11-05');
const SUBMITTED = 'APPLICATION_SUBMITTED';

let desk: Desk;
let somebody: Desk['somebody'];

beforeAll(async () => {
  desk = await openDesk();
  ({ somebody } = desk);
});
afterAll(() => desk.close());

describe('a deadline that is extended', () => {
  test('before it has passed keeps tasks open until the new one', async () => {
    const { id, tell, status } = await somebody('PROVISIONAL');
    await tell(2, EXTENDED);
    await desk.run(BEFORE);
    expect(await status()).toBe('PROVISIONAL');
    expect(await desk.inboxOf(id)).toEqual({
      messages: [SUBMITTED, 'DEADLINE_EXTENDED'],
      tasks: [['VALIDATE', LATER_CLOSES]],
    });
    await desk.run(AFTER);
    expect(await status()).toBe('PROVISIONAL');
    await desk.run('2026-11-06T08:00:00Z');
    expect([await status(), await desk.frozenFor(id)]).toEqual(['LAPSED', [LATER_CLOSES]]);
  });

  test('after its applications have lapsed opens them again, and freezes their files anew at the new one', async () => {
    const { person, id, tell, status, frozen } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    await tell(2, EXTENDED);
    await desk.run(AFTER);
    expect(await status()).toBe('PROVISIONAL');
    expect((await desk.inboxOf(id)).tasks).toEqual([['VALIDATE', LATER_CLOSES]]);
    done(await person.saveWork('After the first deadline', AFTER));
    done(await person.act('validate', id, 4, AFTER));
    await desk.run('2026-11-06T08:00:00Z');
    expect([await status(), await frozen(), await frozen(LATER_CLOSES)]).toEqual([
      ...['DEFINITIVE', [], ['After the first deadline']],
    ]);
  });

  test('from a day on that comes after it opens on that day what has lapsed meanwhile', async () => {
    const { vacancy, id, status } = await somebody('PROVISIONAL');
    const begins = '2026-10-24';
    await desk.tell({
      ...told(vacancy, 2, OPEN),
      periods: [
        { validFrom: null, validTo: begins, state: OPEN },
        { validFrom: begins, validTo: null, state: EXTENDED },
      ],
    });
    await desk.run(AFTER);
    expect([await status(), (await desk.record(id)).dueAt?.toString()]).toEqual(['LAPSED', '2026-10-23T22:00:00Z']);
    await desk.run('2026-10-23T22:00:30Z');
    expect(await status()).toBe('PROVISIONAL');
  });

  test('is taken in by the next act of the candidate, without waiting for the job', async () => {
    const { person, id, tell, status } = await somebody('PROVISIONAL');
    await desk.run(AFTER);
    await tell(2, EXTENDED);
    done(await person.act('validate', id, 4, AFTER));
    expect(await status()).toBe('DEFINITIVE');
  });
});

test('a deadline that is shortened into the past closes at once, and a file freezes as it then stands', async () => {
  const { person, id, tell, status, frozen } = await somebody('PROVISIONAL');
  done(await person.saveWork('Before it was told', BEFORE));
  await tell(2, closing('2026-10-15'));
  await desk.run(BEFORE);
  expect([await status(), await frozen('2026-10-15T22:00:00.000Z')]).toEqual(['LAPSED', ['Before it was told']]);
  expect(await desk.inboxOf(id)).toEqual({
    messages: [SUBMITTED, 'DEADLINE_SHORTENED', 'APPLICATION_LAPSED'],
    tasks: [],
  });
});

test('a deadline that is moved once nothing can be changed any more moves no file', async () => {
  const { person, id, tell, frozen } = await somebody('DEFINITIVE');
  const document = await person.saveDocument('diploma.pdf', BEFORE);
  await desk.run(AFTER);
  done(await person.saveWork('After the deadline', AFTER));
  await tell(2, closing('2026-10-21'));
  await desk.run(AFTER);
  const earlier = '2026-10-21T22:00:00.000Z';
  expect([await desk.frozenFor(id), await frozen(earlier)]).toEqual([[earlier, CLOSES], []]);
  expect(
    await desk.database.query(
      'SELECT document_id AS document FROM candidates.snapshot_document WHERE application_id = $1',
      [id],
    ),
  ).toEqual([{ document }, { document }]);
});

describe('a vacancy that was filled before its deadline', () => {
  const FILLED = closing('2026-10-22', { publication: 'FILLED' });
  const [FILLED_AT, LATER] = ['2026-10-20T11:00:00Z', '2026-10-20T12:00:00Z'];

  test('and is published again thaws files, which freeze anew at the deadline', async () => {
    const { person, tell, frozen } = await somebody('DEFINITIVE');
    await tell(2, FILLED);
    await desk.run(FILLED_AT);
    expect(await frozen()).toEqual([]);
    await tell(3, OPEN);
    done(await person.saveWork('When it was open again', LATER));
    await desk.run(AFTER);
    expect(await frozen()).toEqual(['When it was open again']);
  });

  test('thaws them also when a request from before has its turn first', async () => {
    const { person, id, tell, frozen } = await somebody('DEFINITIVE');
    await tell(2, FILLED);
    await desk.run(FILLED_AT);
    await tell(3, OPEN);
    done(await person.saveWork('Before it was filled', BEFORE));
    expect([await desk.frozenFor(id), (await desk.record(id)).dueAt?.toString()]).toEqual([[CLOSES], FILLED_AT]);
    done(await person.saveSection(id, 'When it was open again', LATER));
    expect(await desk.frozenFor(id)).toEqual([]);
    await desk.run(AFTER);
    expect(await frozen()).toEqual(['Before it was filled']);
  });

  test('keeps nothing of documents that were removed meanwhile, unless another file needs them', async () => {
    const { person, tell, vacancy } = await somebody('DEFINITIVE');
    const [removed, needed, stored] = [
      await person.saveDocument('removed.pdf', BEFORE),
      await person.saveDocument('needed.pdf', BEFORE),
      await person.saveDocument('stored.pdf', BEFORE),
    ];
    await tell(2, FILLED);
    await desk.run(FILLED_AT);
    for (const id of [removed, needed]) done(await person.removeDocument(id, FILLED_AT));
    await desk.database.query(
      `WITH other AS (
         INSERT INTO candidates.application_snapshot (application_id, closes_at, frozen_at)
         SELECT id, $2, $2 FROM candidates.application WHERE vacancy_id = $1 RETURNING application_id, closes_at
       ) INSERT INTO candidates.snapshot_document SELECT application_id, closes_at, $3 FROM other`,
      [vacancy, '2026-09-01T22:00:00Z', needed],
    );
    await desk.database.query(
      `INSERT INTO candidates.document_chunk SELECT id, 0, 'content' FROM unnest($1::uuid[]) id`,
      [[removed, needed, stored]],
    );
    await tell(3, OPEN);
    await desk.run(LATER);
    const left = await desk.database.query<{ id: string; chunks: number }>(
      `SELECT id, (SELECT count(*)::int FROM candidates.document_chunk WHERE document_id = document.id) AS chunks
       FROM candidates.document WHERE id = ANY($1) AND data IS NOT NULL`,
      [[removed, needed, stored]],
    );
    expect(new Map(left.map(({ id, chunks }) => [id, chunks]))).toEqual(
      new Map([
        [needed, 1],
        [stored, 1],
      ]),
    );
  });
});
