import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { MANAGEMENT } from '../eligibility/testing/trees.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import {
  AFTER,
  BEFORE,
  CLOSES,
  closing,
  type Desk,
  done,
  IN_TIME,
  OPEN,
  openDesk,
  told,
} from './testing/settling.desk.ts';

const LATER_CLOSES = '2026-11-05T23:00:00.000Z';
const EXTENDED = closing('2026-11-05');
const [SUBMITTED, VALIDATED] = ['APPLICATION_SUBMITTED', 'APPLICATION_VALIDATED'];

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

describe('a vacancy that is withdrawn', () => {
  test.each<[string, VacancyState[]]>([
    ['by decision', [closing('2026-10-22', { publication: 'WITHDRAWN' })]],
    ['by being no longer public', []],
  ])('%s ends the applications for it', async (_how, [state]) => {
    const { vacancy, person, id, status } = await somebody('DEFINITIVE');
    await desk.tell(state === undefined ? { ...told(vacancy, 2, OPEN), periods: [] } : told(vacancy, 2, state));
    await desk.run(BEFORE);
    expect([await status(), (await desk.inboxOf(id)).messages.at(-1)]).toEqual(['LAPSED', 'VACANCY_WITHDRAWN']);
    await desk.run(AFTER);
    expect(await desk.frozenFor(id)).toEqual([]);
    expect(await person.act('withdraw', id, 4, BEFORE)).toMatchObject({ outcome: 'refused' });
  });
});

describe('conditions that are amended', () => {
  const AMENDED = closing('2026-10-22', { participationConditions: MANAGEMENT });

  test('before the deadline set a task by it, and lower nobody', async () => {
    const { id, tell, status } = await somebody('DEFINITIVE');
    await tell(2, AMENDED);
    await desk.run(BEFORE);
    expect(await status()).toBe('DEFINITIVE');
    expect(await desk.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED'],
      tasks: [['REACH_YEARS', CLOSES]],
    });
    await tell(3, { ...AMENDED, applicationDeadline: EXTENDED.applicationDeadline });
    await desk.run(BEFORE);
    expect((await desk.inboxOf(id)).tasks).toEqual([['REACH_YEARS', LATER_CLOSES]]);
  });

  test('after it are told, and ask nothing: the file is judged by the rules of then', async () => {
    const { vacancy, id, tell } = await somebody('DEFINITIVE');
    await desk.run(AFTER);
    await desk.tell({ ...told(vacancy, 2, AMENDED), recordedAt: AFTER });
    await desk.run(AFTER);
    expect(await desk.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED_AFTER_DEADLINE'],
      tasks: [],
    });
    const judged = async () => {
      const closesAt = Temporal.Instant.from(CLOSES);
      const [known] = await new VacancyVersions(desk.source.manager).atClosing([{ vacancyId: vacancy, closesAt }]);
      return [known?.version, known?.state.participationConditions?.key];
    };
    expect(await judged()).toEqual([1, undefined]);
    // Recorded before the deadline, and heard of after it, when the institution was down meanwhile.
    await desk.tell({ ...told(vacancy, 3, AMENDED), recordedAt: IN_TIME });
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
    await tell(1, OPEN);
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
  });

  test('from a later day on begin to hold on that day, without anybody saying so again', async () => {
    const { vacancy, id } = await somebody('DEFINITIVE');
    const begins = '2026-10-21';
    await desk.tell({
      ...told(vacancy, 2, OPEN),
      periods: [
        { validFrom: null, validTo: begins, state: OPEN },
        { validFrom: begins, validTo: null, state: AMENDED },
      ],
    });
    await desk.run(BEFORE);
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    expect((await desk.record(id)).dueAt?.toString()).toBe('2026-10-20T22:00:00Z');
    await desk.run('2026-10-20T22:00:29.999Z');
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    await desk.run('2026-10-20T22:00:30Z');
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED']);
    expect((await desk.record(id)).dueAt?.toString()).toBe('2026-10-22T22:00:00Z');
  });
});

test('versions that come twice and out of order are taken in once', async () => {
  const { id, tell } = await somebody('PROVISIONAL');
  await tell(3, EXTENDED);
  await tell(2, closing('2026-10-30'));
  await tell(3, EXTENDED);
  await desk.run(BEFORE);
  await tell(2, closing('2026-10-30'));
  await desk.run(BEFORE);
  expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, 'DEADLINE_EXTENDED']);
});
