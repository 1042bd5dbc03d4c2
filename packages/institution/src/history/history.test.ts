import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Period, SubjectKind, VacancyState } from '@mandate-graph/domain';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { vacancyState } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { SubjectReads } from '../subject/subject.reads.ts';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { always, recorder, unit, unitState } from '../testing/recordings.ts';
import { type HistoryPage, HistoryReads } from './history.reads.ts';
import { HistoryService } from './history.service.ts';

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
let record: ReturnType<typeof recorder>;

const RECRUITER: Actor = {
  kind: 'person',
  subject: 'someone',
  grants: [{ role: 'recruiter', institution: 'vrb', procedure: null, scopes: [] }],
};
const ALL: HistoryPage = { kinds: null, first: 100, before: null };
const historyFor = (actor: Actor) =>
  new HistoryService(actor, { code: 'vrb' }, new HistoryReads(source, actor === RECRUITER));
const recordAt = async (...recordings: Parameters<typeof record>): Promise<string> => {
  const outcome = await record(...recordings);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.recordedAt.toISOString();
};
const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
  source = database.source;
  record = recorder(source);
});
afterAll(() => database.close());
beforeEach(() => source.query('TRUNCATE subject, subject_version, unit, position, vacancy, outbox'));

describe('a history', () => {
  const names = async (id: string, page: Partial<HistoryPage>, knownAt: string | null = null) =>
    (await historyFor(PUBLIC_ACTOR).of({ id, knownAt }, { ...ALL, ...page })).map(({ version }) => version);

  test('is read page by page, up to what was known then, and by kind of change', async () => {
    const instants: string[] = [];
    for (const version of [0, 1, 2, 3]) {
      const periods = version === 2 ? [] : always(unitState(null, version));
      instants.push(
        await recordAt(unit('a', null, { expectedVersion: version, periods, reason: `because ${version}` })),
      );
    }
    const id = 'vrb:unit:a';
    expect(await names(id, { first: 3 })).toEqual([4, 3, 2]);
    expect(await names(id, { first: 3, before: 2 })).toEqual([1]);
    expect(await names(id, {}, instants[1])).toEqual([2, 1]);
    expect(await names(id, {}, before(instants[0]!))).toEqual([]);
    const created = await historyFor(PUBLIC_ACTOR).ofId(`${id}~${instants[3]}`, { ...ALL, kinds: ['CREATED'] });
    expect(created).toMatchObject([{ version: 1, change: 'CREATED', reason: 'because 0' }]);
  });

  test('refuses what makes no sense', async () => {
    const history = historyFor(PUBLIC_ACTOR);
    const problems = async (asked: Promise<unknown>) =>
      asked.then(
        () => [],
        (error) => error.extensions.problems.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
      );
    const of = (page: Partial<HistoryPage>) =>
      problems(history.of({ id: 'vrb:unit:a', knownAt: null }, { ...ALL, ...page }));
    expect(await of({ first: 0 })).toEqual(['first OUT_OF_RANGE']);
    expect(await of({ first: 101 })).toEqual(['first OUT_OF_RANGE']);
    expect(await of({ before: 0 })).toEqual(['before OUT_OF_RANGE']);
    expect(await problems(history.ofId('other:unit:a', ALL))).toEqual(['id INVALID_ID']);
    expect(await problems(history.ofId('x', ALL))).toEqual(['id INVALID_ID']);
    expect(await problems(history.ofId('vrb:unit:a~2999-01-01T00:00:00.000Z', ALL))).toEqual(['id IN_THE_FUTURE']);
  });

  test('of many subjects is two statements', async () => {
    await recordAt(unit('a', null), unit('b', null), unit('c', null));
    let statements = 0;
    const counting = {
      query: (sql: string, values: unknown[]) => {
        statements += 1;
        return source.query(sql, values);
      },
    } as DataSource;
    const history = new HistoryService(PUBLIC_ACTOR, { code: 'vrb' }, new HistoryReads(counting, false));
    const read = async (local: string) => {
      const entries = await history.of({ id: `vrb:unit:${local}`, knownAt: null }, ALL);
      return Promise.all(entries.map((entry) => history.differencesOf(entry)));
    };
    expect(await Promise.all(['a', 'b', 'c'].map(read))).toEqual([[[]], [[]], [[]]]);
    expect(statements).toBe(2);
  });
});

describe('a draft', () => {
  const ID = 'vrb:vacancy:v';
  const vacancy = (expectedVersion: number, ...periods: readonly Period<VacancyState>[]) =>
    record({
      kind: 'vacancy' as SubjectKind,
      id: ID,
      expectedVersion,
      periods,
      reason: `for ${expectedVersion}`,
    } as never);
  const stated = (
    publication: VacancyState['publication'],
    rank: string,
    validFrom: string | null = null,
    validTo: string | null = null,
  ) => ({
    validFrom,
    validTo,
    state: vacancyState({ publication, rank, position: 'vrb:position:p' }),
  });
  const post = {
    kind: 'position',
    id: 'vrb:position:p',
    expectedVersion: 0,
    reason: null,
    periods: always({
      title: { nl: 'n', fr: 'f', en: 'e', original: null },
      function: 'OTHER',
      units: [],
      rank: null,
      managementTier: null,
      notice: null,
      sources: {},
    }),
  } as const;

  test('is in no version that others see, and its changes are in no difference', async () => {
    await recordAt(post as never);
    await vacancy(0, stated('DRAFT', 'A1'));
    await vacancy(1, stated('DRAFT', 'A2'));
    await vacancy(2, stated('PUBLISHED', 'A3'));
    await vacancy(3, stated('PUBLISHED', 'A4'));
    await vacancy(4, stated('PUBLISHED', 'A4', null, '2026-01-01'), stated('DRAFT', 'A5', '2026-01-01'));
    await vacancy(5, stated('PUBLISHED', 'A4', null, '2026-01-01'), stated('DRAFT', 'A6', '2026-01-01'));
    const seen = async (actor: Actor) => {
      const history = historyFor(actor);
      const entries = await history.of({ id: ID, knownAt: null }, ALL);
      return Promise.all(entries.map(async (entry) => [entry.version, await history.differencesOf(entry)] as const));
    };
    const forOthers = await seen(PUBLIC_ACTOR);
    expect(forOthers.map(([version]) => version)).toEqual([5, 4, 3]);
    expect(forOthers[2]![1]).toEqual([]);
    expect(forOthers[1]![1]).toEqual([
      { validFrom: null, validTo: null, changes: [{ path: 'rank', before: 'A3', after: 'A4' }] },
    ]);
    expect(forOthers[0]![1]).toMatchObject([
      { validFrom: '2026-01-01', validTo: null, changes: [{ path: '', after: null }] },
    ]);
    expect(JSON.stringify(forOthers)).not.toMatch(/DRAFT|A1|A2|A5|A6/);
    const forItself = await seen(RECRUITER);
    expect(forItself.map(([version]) => version)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(forItself[4]![1]).toMatchObject([{ changes: [{ path: 'rank', before: 'A1', after: 'A2' }] }]);
  });

  test('cannot be read by what was known either, nor by what it belongs to', async () => {
    await recordAt(post as never);
    await vacancy(0, stated('DRAFT', 'A1'));
    const drafted = new Date(
      Date.parse((await historyFor(RECRUITER).of({ id: ID, knownAt: null }, ALL))[0]!.recordedAt),
    ).toISOString();
    const found = async (seesDrafts: boolean) => {
      const reads = new SubjectReads(source, seesDrafts);
      const at = (id: string, knownAt: string | null) => [{ id, day: '2025-09-01', knownAt }];
      const rows = await Promise.all([
        reads.related('vacancy', [...at(ID, null), ...at(ID, drafted)]),
        reads.related('vacanciesOfPosition', [...at('vrb:position:p', null), ...at('vrb:position:p', drafted)]),
      ]);
      return rows.flat().map((of) => of.map(({ state }) => state.rank));
    };
    expect(await found(true)).toEqual([['A1'], ['A1'], ['A1'], ['A1']]);
    expect(await found(false)).toEqual([[], [], [], []]);
    await vacancy(1, stated('PUBLISHED', 'A3'));
    expect(await found(false)).toEqual([['A3'], [], ['A3'], []]);
  });

  test('says who recorded it to its institution alone', async () => {
    await recordAt(post as never);
    const [entry] = await historyFor(PUBLIC_ACTOR).of({ id: post.id, knownAt: null }, ALL);
    expect(historyFor(RECRUITER).recordedBy(entry!)).toBe('tester');
    expect(() => historyFor(PUBLIC_ACTOR).recordedBy(entry!)).toThrow(/sign in/);
  });
});
