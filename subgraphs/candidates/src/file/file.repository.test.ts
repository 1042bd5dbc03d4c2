import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { counted } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { closing, type Desk, done, openDesk, told } from '../application/testing/settling.desk.ts';
import { FileRepository } from './file.repository.ts';
import type { FileContent } from './file.types.ts';

const VACANCY = 'vrb:vacancy:a';
const BEFORE = '2026-10-20T10:00:00Z';
const CLOSES = Temporal.Instant.from('2026-10-22T22:00:00Z');
const AFTER = '2026-10-23T08:00:00Z';

let desk: Desk;
let files: FileRepository;
const ids: string[] = [];

beforeAll(async () => {
  desk = await openDesk();
  files = new FileRepository(desk.source.manager, desk.installation.sealing);
  await desk.tell(told(VACANCY, 1, closing('2026-10-22')));
  for (let number = 0; number < 20; number += 1) {
    const person = desk.candidate(`person-${number}`);
    const id = await person.applying(VACANCY, BEFORE, 'DEFINITIVE');
    done(await person.saveWork(`Work ${number}`, BEFORE));
    done(await person.saveSection(id, `Section ${number}`, BEFORE));
    await person.saveDocument(`document-${number}.pdf`, BEFORE);
    ids.push(id);
  }
});
afterAll(() => desk.close());

/** What it comes to, with the number of statements it took. */
async function costOf<T>(read: () => Promise<T>): Promise<{ read: T; statements: number }> {
  const work = { statements: 0 };
  return { read: await counted(work, read), statements: work.statements };
}
const summary = (file: FileContent) => [
  ...file.profile.map(({ data }) => 'title' in data && data.title),
  ...file.sections.map(({ functionTitle }) => functionTitle),
  ...file.documents.map(({ fileName }) => fileName),
];
const expected = (number: number) => [`Work ${number}`, `Section ${number}`, `document-${number}.pdf`];

describe('files as they stand', () => {
  test('hold what the candidate keeps, and the sections of the one application', async () => {
    const other = 'vrb:vacancy:b';
    await desk.tell(told(other, 1, closing('2026-10-22')));
    const id = await desk.candidate('person-3').applying(other, BEFORE, 'DRAFT');
    const read = await files.current([ids[3]!, id]);
    expect(summary(read.get(ids[3]!)!)).toEqual(expected(3));
    expect(summary(read.get(id)!)).toEqual(['Work 3', 'document-3.pdf']);
  });

  test('take the same number of statements for one and for twenty', async () => {
    const one = await costOf(() => files.current(ids.slice(0, 1)));
    const twenty = await costOf(() => files.current(ids));
    expect([one.statements, twenty.statements]).toEqual([4, 4]);
    expect(ids.map((id) => summary(twenty.read.get(id)!))).toEqual(ids.map((_id, number) => expected(number)));
  });

  test('are none for applications that are not there', async () => {
    expect(await files.current(['00000000-0000-4000-8000-000000000000'])).toEqual(new Map());
    expect(await files.current([])).toEqual(new Map());
  });
});

describe('files as they were frozen', () => {
  const asked = (at = CLOSES) => ids.map((applicationId) => ({ applicationId, closesAt: at }));

  test('are what stood, whatever is changed later, in one statement for one and for twenty', async () => {
    const before = await files.current(ids);
    expect(await files.frozen(asked())).toEqual(new Map());
    await desk.run(AFTER);
    for (const number of ids.keys()) done(await desk.candidate(`person-${number}`).saveWork('Later', AFTER));
    const one = await costOf(() => files.frozen(asked().slice(0, 1)));
    const twenty = await costOf(() => files.frozen(asked()));
    expect([one.statements, twenty.statements]).toEqual([1, 1]);
    expect(twenty.read).toEqual(before);
    expect(await files.current(ids)).not.toEqual(before);
  });

  test('belong to a deadline', async () => {
    expect(await files.frozen(asked(CLOSES.add({ hours: 1 })))).toEqual(new Map());
    const freezings = (await files.freezings(ids)).get(ids[0]!)!;
    expect(freezings.map(({ closesAt, frozenAt }) => [`${closesAt}`, `${frozenAt}`])).toEqual([[`${CLOSES}`, AFTER]]);
  });

  test('say nothing to who has the database alone, and nothing at all once the key is gone', async () => {
    const { database } = desk;
    const rows = await database.query<{ data: Buffer }>('SELECT data FROM candidates.application_snapshot');
    expect(Buffer.concat(rows.map(({ data }) => data)).toString('latin1')).not.toMatch(/Work|Section|document-/);
    const [row] = await database.query<{ of: string }>(
      'SELECT candidate_id AS of FROM candidates.application WHERE id = $1',
      [ids[7]],
    );
    await database.query('DELETE FROM candidates.person_key WHERE candidate_id = $1', [row!.of]);
    expect([...(await files.frozen(asked())).keys()].sort()).toEqual(ids.filter((id) => id !== ids[7]).sort());
  });

  test('that were emptied are there, and hold nothing', async () => {
    await desk.database.query('UPDATE candidates.application_snapshot SET data = NULL WHERE application_id = $1', [
      ids[0],
    ]);
    expect((await files.frozen(asked())).get(ids[0]!)).toBeNull();
  });
});
