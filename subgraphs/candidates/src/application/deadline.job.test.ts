import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import { memoryLog, scriptedInstitution, silentLog, testPlatform } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { createCandidates } from '../module.ts';
import { DUE } from './deadline.job.ts';
import { AFTER, BEFORE, CLOSES, closing, type Desk, IN_TIME, OPEN, openDesk, told } from './testing/settling.desk.ts';

const WITHDRAWN = closing('2026-10-22', { publication: 'WITHDRAWN' });

let desk: Desk;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
// Nothing is left over for the next test.
beforeEach(() => desk.database.query('UPDATE candidates.application SET due_at = NULL'));

/** Applications of as many persons for a vacancy of their own. */
async function applications(count: number): Promise<{ vacancy: string; ids: readonly string[] }> {
  const vacancy = `vrb:vacancy:v${++number}`;
  await desk.tell(told(vacancy, 1, OPEN));
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    ids.push(await desk.candidate(`person-${number}-${place}`).applying(vacancy, BEFORE, 'PROVISIONAL'));
  }
  return { vacancy, ids };
}
const statuses = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => desk.record(id)))).map(({ standing: { status } }) => status);
const candidateOf = async (id: string) => (await desk.record(id)).candidateId;

describe('the job of deadlines', () => {
  test('settles whom the clock has something new for, 30 seconds after it has', async () => {
    const { ids } = await applications(3);
    expect(await desk.run('2026-10-22T22:00:29.999Z')).toBe(0);
    expect(await desk.run('2026-10-22T22:00:30Z')).toBe(3);
    expect(await statuses(ids)).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
    expect(await desk.run(AFTER)).toBe(0);
  });

  test('settles whom a vacancy has something new for, also when it concerns nobody in the end', async () => {
    const { vacancy, ids } = await applications(1);
    await desk.tell(told(vacancy, 2, { ...OPEN, rank: 'A4' }));
    expect(await desk.run(BEFORE)).toBe(1);
    expect(await desk.run(BEFORE)).toBe(0);
    expect(await desk.record(ids[0]!)).toMatchObject({ vacancyVersion: 2, version: 2 });
  });

  test('goes on after one whom it fails for, tells of them without anything personal, and tries again', async () => {
    const { ids } = await applications(3);
    const { log, lines } = memoryLog();
    const broken = await candidateOf(ids[1]!);
    const spoil =
      'UPDATE candidates.person_key SET wrapped = set_byte(wrapped, 0, 255 - get_byte(wrapped, 0)) WHERE candidate_id = $1';
    await desk.database.query(spoil, [broken]);
    expect(await desk.run(AFTER, log)).toBe(2);
    expect(await statuses(ids)).toEqual(['LAPSED', 'PROVISIONAL', 'LAPSED']);
    expect(lines.map((line) => JSON.parse(line)).map(({ candidate, msg }) => [candidate, msg])).toEqual([
      [broken, 'a candidate could not be settled; it is tried again'],
    ]);
    expect(lines.join('')).not.toMatch(/Peeters|example\.org|person-/);
    await desk.database.query(spoil, [broken]);
    expect(await desk.run(AFTER)).toBe(1);
    expect(await statuses(ids)).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
  });

  test('looks up whom to settle by what is new alone, however many applications there are', async () => {
    const plan = await desk.source.transaction(async (manager) => {
      // As with many rows: of few, reading them all is the cheapest.
      await manager.query('SET LOCAL enable_seqscan = off');
      const lines: Record<string, string>[] = await manager.query(`EXPLAIN (COSTS off) ${DUE}`, [BEFORE, null, 200]);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index Cond: \(due_at <= /);
    expect(plan).toContain('Index Cond: ((vacancy_id = vacancy.id) AND (vacancy_version < vacancy.version))');
  });

  test('leaves alone who was erased', async () => {
    const { ids } = await applications(1);
    await desk.database.query('DELETE FROM candidates.person_key WHERE candidate_id = $1', [
      await candidateOf(ids[0]!),
    ]);
    expect(await desk.run(AFTER)).toBe(0);
  });

  test('does everything once when two run at once', async () => {
    const { ids } = await applications(10);
    await Promise.all([desk.run(AFTER), desk.run(AFTER), desk.run(AFTER)]);
    for (const id of ids) {
      expect(await desk.record(id)).toMatchObject({ version: 3, standing: { status: 'LAPSED' } });
      expect((await desk.inboxOf(id)).messages).toEqual(['APPLICATION_SUBMITTED', 'APPLICATION_LAPSED']);
      expect(await desk.frozenFor(id)).toEqual([CLOSES]);
    }
  });

  test('does not come between candidates and what they do at the same time', async () => {
    const { ids } = await applications(10);
    await Promise.all([
      desk.run(AFTER),
      ...ids.map((id, place) => desk.candidate(`person-${number}-${place}`).saveWork(`Work ${id}`, IN_TIME)),
    ]);
    await desk.run(AFTER);
    expect(new Set(await statuses(ids))).toEqual(new Set(['LAPSED']));
    for (const id of ids) expect(await desk.frozenFor(id)).toEqual([CLOSES]);
  });

  test('gets through any number of candidates', async () => {
    const { sealing } = desk.installation;
    const { vacancy, ids } = await applications(1);
    const made = Array.from({ length: 450 }, () => crypto.randomUUID());
    await desk.database.query(
      `WITH made AS (
         INSERT INTO candidates.candidate (id, registered_at, version, recorded_at, recorded_by, data)
         SELECT id, $3, 1, $3, 'test', '' FROM unnest($1::uuid[]) id
       ), keys AS (INSERT INTO candidates.person_key SELECT * FROM unnest($1::uuid[], $2::bytea[]))
       INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, version, recorded_at, recorded_by,
         vacancy_version, vacancy_day, due_at)
       SELECT gen_random_uuid(), id, $4, 'DRAFT', 1, $3, 'test', 1, '2026-10-20', $5 FROM unnest($1::uuid[]) id`,
      [made, made.map((id) => sealing.newKey(id)), BEFORE, vacancy, CLOSES],
    );
    expect(await desk.run(AFTER)).toBe(made.length + ids.length);
    const left = 'SELECT FROM candidates.application WHERE vacancy_id = $1 AND status <> $2';
    expect(await desk.database.query(left, [vacancy, 'LAPSED'])).toEqual([]);
  });

  test('runs when it is started and whenever it is nudged, by the clock as it is then', async () => {
    const { ids } = await applications(1);
    let now = BEFORE;
    const clock = { now: () => Temporal.Instant.from(now) };
    const { rounds } = desk.job(silentLog, clock, 3_600_000);
    rounds.start();
    now = AFTER;
    while ((await statuses(ids))[0] !== 'LAPSED') rounds.nudge();
    await rounds.stop();
  });
});

describe('in a subgraph', () => {
  let candidates: RunningSubgraph;
  let producer: RunningSubgraph;
  let now = BEFORE;
  const institution = scriptedInstitution('vrb');

  beforeAll(async () => {
    const feedUrls = new Map<string, string>();
    const clock = { now: () => Temporal.Instant.from(now) };
    const platform = testPlatform({ databaseUrl: desk.database.url, feedUrls, clock });
    const place = { host: '127.0.0.1', port: 0, variable: 'none' };
    producer = await startSubgraph(institution.definition, platform, place);
    feedUrls.set('vrb', producer.url);
    candidates = await startSubgraph(createCandidates([institution.entry]), platform, place);
    await candidates.settled();
  });
  afterAll(async () => {
    await candidates.close();
    await producer.close();
  });

  test('what institutions say reaches applications, and so does the time', async () => {
    const [withdrawn, closed] = [await applications(1), await applications(1)];
    institution.tell(told(withdrawn.vacancy, 2, WITHDRAWN));
    while ((await statuses(withdrawn.ids))[0] !== 'LAPSED') await new Promise(setImmediate);
    now = AFTER;
    while ((await statuses(closed.ids))[0] !== 'LAPSED') await new Promise(setImmediate);
    expect((await desk.inboxOf(withdrawn.ids[0]!)).messages).toEqual(['APPLICATION_SUBMITTED', 'VACANCY_WITHDRAWN']);
    expect((await desk.inboxOf(closed.ids[0]!)).messages).toEqual(['APPLICATION_SUBMITTED', 'APPLICATION_LAPSED']);
  });
});
