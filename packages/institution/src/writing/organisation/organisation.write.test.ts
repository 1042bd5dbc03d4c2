import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openInstitutionDatabase } from '../../testing/institution.database.ts';
import { INSTITUTION, named, organisationOf, unitId } from '../../testing/organisation.ts';

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
let organisation: ReturnType<typeof organisationOf>;
beforeAll(async () => {
  database = await openInstitutionDatabase(INSTITUTION);
  source = database.source;
  organisation = organisationOf(source);
});
afterAll(() => database.close());

const reason = 'because';
const START = '2020-01-01';
const MERGED = '2024-01-01';
const id = (kind: string, local: string): string => `${INSTITUTION}:${kind}:${local}`;
const at = async (subject: string) => ({ id: subject, version: await organisation.versionOf(subject) });

const createUnit = (local: string, parent: string | null, more: object = {}) =>
  organisation.does('CreateUnit', {
    local,
    effectiveFrom: START,
    unit: { kind: 'SERVICE', name: named(local), parent: parent && unitId(parent), ...more },
  });
const createLine = (local: string, kind: string, from: string, to: string, more: object = {}) =>
  organisation.does('CreateLine', {
    local,
    effectiveFrom: START,
    line: { kind, from, to, label: named(kind), ...more },
  });

/** root above a and b; below a: a1, with a post, a body and figures in a; lines of several kinds. */
beforeEach(async () => {
  const tables = ['unit', 'position', 'body', 'holder', 'line', 'budget', 'headcount', 'reorganisation'];
  await source.query(`TRUNCATE subject, subject_version, outbox, idempotency, ${tables.join(', ')}`);
  organisation = organisationOf(source);
  await createUnit('root', null);
  await createUnit('other', null);
  await createUnit('a', 'root', { ordinal: 1 });
  await createUnit('b', 'root', { ordinal: 2 });
  await createUnit('a1', 'a', { ordinal: 1 });
  await organisation.does('CreatePosition', {
    local: 'head',
    effectiveFrom: START,
    position: { title: named('Hoofd'), function: 'MANAGER', units: [unitId('a'), unitId('b')] },
  });
  await organisation.does('CreateBody', {
    local: 'council',
    effectiveFrom: START,
    body: { kind: 'GROUP', name: named('Raad'), unit: unitId('a'), plural: false },
  });
  await organisation.does('RecordBudget', {
    local: 'money',
    effectiveFrom: START,
    budget: { kind: 'OPERATING', unit: unitId('a'), amount: { amount: '10.50', currency: 'EUR' }, fiscalYear: 2020 },
  });
  await organisation.does('RecordHeadcount', {
    local: 'staff',
    effectiveFrom: START,
    headcount: { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: '7', unit: unitId('b') },
  });
  await createLine('a-in-root', 'PART_OF', unitId('a'), unitId('root'));
  await createLine('b-in-root', 'PART_OF', unitId('b'), unitId('root'));
  await createLine('a1-in-a', 'PART_OF', unitId('a1'), unitId('a'));
  await createLine('head-leads-a', 'LEADS', id('position', 'head'), unitId('a'));
  await createLine('a-b', 'COOPERATES_WITH', unitId('a'), unitId('b'));
  await createLine('root-informs', 'INFORMS', unitId('root'), unitId('other'), { via: unitId('a') });
});

/** What holds of a kind on a day: by id, what `shown` shows of its state. */
const on = async (day: string, table: string, shown: string): Promise<Record<string, unknown>> => {
  const rows: { id: string; shown: unknown }[] = await source.query(
    `SELECT split_part(id, ':', 3) AS id, ${shown} AS shown FROM ${table}
     WHERE superseded_at IS NULL AND daterange(valid_from, valid_to) @> $1::date ORDER BY id`,
    [day],
  );
  const short = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(short) : typeof value === 'string' ? value.split(':').at(-1) : value;
  return Object.fromEntries(rows.map((row) => [row.id, short(row.shown)]));
};
const parentsOn = (day: string) => on(day, 'unit', 'parent_id');
const linesOn = (day: string) => on(day, 'line', 'ARRAY[from_id, kind, to_id]');
const changesOf = async (subject: string): Promise<string[]> => {
  const rows: { change: string }[] = await source.query(
    'SELECT change FROM subject_version WHERE id = $1 ORDER BY version',
    [subject],
  );
  return rows.map(({ change }) => change);
};
const reorganisations = () =>
  source.query(
    `SELECT state->>'kind' AS kind, valid_from::text AS day, predecessor_ids AS before, successor_ids AS after
     FROM reorganisation ORDER BY row_id`,
  );

describe('moving a unit', () => {
  test('takes along what is below it, and the line that says what it is part of', async () => {
    await organisation.does('MoveUnit', {
      ...(await at(unitId('a'))),
      parent: unitId('other'),
      effectiveFrom: MERGED,
      reason,
    });
    expect(await parentsOn('2023-12-31')).toMatchObject({ a: 'root', a1: 'a' });
    expect(await parentsOn(MERGED)).toMatchObject({ a: 'other', a1: 'a', b: 'root' });
    expect((await linesOn('2023-12-31'))['a-in-root']).toEqual(['a', 'PART_OF', 'root']);
    expect(await linesOn(MERGED)).toMatchObject({
      'a-in-root': ['a', 'PART_OF', 'other'],
      'b-in-root': ['b', 'PART_OF', 'root'],
    });
    expect(await changesOf(unitId('a'))).toEqual(['CREATED', 'MOVED']);
    expect(await changesOf(id('line', 'a-in-root'))).toEqual(['CREATED', 'FOLLOWED']);
    expect(await reorganisations()).toEqual([
      { kind: 'MOVED', day: MERGED, before: [unitId('a')], after: [unitId('a')] },
    ]);
  });

  test('to the top ends that line', async () => {
    await organisation.does('MoveUnit', { ...(await at(unitId('a'))), parent: null, effectiveFrom: MERGED, reason });
    expect(await parentsOn(MERGED)).toMatchObject({ a: null });
    expect(Object.keys(await linesOn(MERGED))).not.toContain('a-in-root');
  });

  test('below itself, to where it is, or to nowhere is refused', async () => {
    const move = async (unit: string, more: object) =>
      organisation.problemsOf('MoveUnit', { ...(await at(unitId(unit))), effectiveFrom: MERGED, reason, ...more });
    expect(await move('a', { parent: unitId('a') })).toEqual([`parent CYCLE ${unitId('a')}`]);
    expect(await move('a', { parent: unitId('a1') })).toEqual(['parent CYCLE null']);
    expect(await move('a', { parent: unitId('root'), ordinal: 1 })).toEqual(['parent NOTHING_CHANGES null']);
    expect(await move('a', {})).toEqual(['parent REQUIRED null']);
    expect(await move('a', { parent: unitId('nowhere') })).toEqual([`parent UNKNOWN_REFERENCE ${unitId('nowhere')}`]);
    expect(await move('a', { parent: null, effectiveFrom: '2019-12-31' })).toEqual([
      'effectiveFrom NOT_THERE_THEN 2019-12-31',
    ]);
  });
});

describe('merging units', () => {
  const merge = async (successor: object, more: object = {}) => ({
    predecessors: [await at(unitId('a')), await at(unitId('b'))],
    successor,
    effectiveFrom: MERGED,
    reason,
    ...more,
  });
  const fresh = { local: 'ab', unit: { kind: 'SERVICE', name: named('ab'), parent: unitId('root') } };

  test('into a new one gives it all that belonged to them, each line once, and no figures', async () => {
    const before = { parents: await parentsOn('2023-12-31'), lines: await linesOn('2023-12-31') };
    const answer = await organisation.does('MergeUnits', await merge(fresh));
    expect(answer.subjects[0]).toEqual({ id: unitId('ab'), version: 1, day: MERGED });
    expect({ parents: await parentsOn('2023-12-31'), lines: await linesOn('2023-12-31') }).toEqual(before);
    expect(await parentsOn(MERGED)).toEqual({ root: null, other: null, ab: 'root', a1: 'ab' });
    expect(await on(MERGED, 'position', 'unit_ids')).toEqual({ head: ['ab'] });
    expect(await on(MERGED, 'body', 'unit_id')).toEqual({ council: 'ab' });
    expect(await linesOn(MERGED)).toEqual({
      'a-in-root': ['ab', 'PART_OF', 'root'],
      'a1-in-a': ['a1', 'PART_OF', 'ab'],
      'head-leads-a': ['head', 'LEADS', 'ab'],
      'root-informs': ['root', 'INFORMS', 'other'],
    });
    expect([await on(MERGED, 'budget', 'id'), await on(MERGED, 'headcount', 'id')]).toEqual([{}, {}]);
    expect(Object.keys(await on('2023-12-31', 'budget', 'id'))).toEqual(['money']);
    expect(await changesOf(unitId('a'))).toEqual(['CREATED', 'MERGED']);
    expect(await changesOf(unitId('ab'))).toEqual(['CREATED']);
    expect(await changesOf(unitId('a1'))).toEqual(['CREATED', 'FOLLOWED']);
    expect(await reorganisations()).toEqual([
      { kind: 'MERGED', day: MERGED, before: [unitId('a'), unitId('b')], after: [unitId('ab')] },
    ]);
  });

  test('into one of them leaves that one where it is', async () => {
    await organisation.does('MergeUnits', await merge({ existing: await at(unitId('b')) }));
    expect(await parentsOn(MERGED)).toEqual({ root: null, other: null, b: 'root', a1: 'b' });
    expect((await linesOn(MERGED))['b-in-root']).toEqual(['b', 'PART_OF', 'root']);
    expect(await linesOn(MERGED)).not.toHaveProperty('a-in-root');
    expect(await on(MERGED, 'headcount', 'id')).toEqual({});
    expect(await changesOf(unitId('b'))).toEqual(['CREATED', 'MERGED']);
  });

  test('into one below another puts it in that one’s place', async () => {
    const predecessors = [await at(unitId('a')), await at(unitId('a1'))];
    await organisation.does('MergeUnits', {
      predecessors,
      successor: { existing: predecessors[1] },
      effectiveFrom: MERGED,
      reason,
    });
    expect(await parentsOn(MERGED)).toEqual({ root: null, other: null, a1: 'root', b: 'root' });
    expect(await linesOn(MERGED)).toMatchObject({
      'a-in-root': ['a1', 'PART_OF', 'root'],
      'a-b': ['a1', 'COOPERATES_WITH', 'b'],
    });
    expect(await linesOn(MERGED)).not.toHaveProperty('a1-in-a');
  });

  test('is refused with all that is wrong, and changes nothing', async () => {
    expect(
      await organisation.problemsOf('MergeUnits', {
        predecessors: [await at(unitId('a')), { id: unitId('nowhere'), version: 1 }],
        successor: { local: 'Not Right', unit: { kind: 'SERVICE', name: {}, website: 'nowhere', parent: null } },
        effectiveFrom: MERGED,
        reason,
      }),
    ).toEqual([
      `predecessors[1].id UNKNOWN_SUBJECT ${unitId('nowhere')}`,
      'successor.unit.name NO_LANGUAGE null',
      'successor.unit.website INVALID_URL nowhere',
      'successor.local INVALID_LOCAL Not Right',
    ]);
    const below = { ...fresh, unit: { ...fresh.unit, parent: unitId('a') } };
    expect(await organisation.problemsOf('MergeUnits', await merge(below))).toEqual([
      `successor.unit.parent NOT_THERE_THEN ${unitId('a')}`,
    ]);
    const [a] = (await merge(fresh)).predecessors;
    expect(await organisation.problemsOf('MergeUnits', await merge(fresh, { predecessors: [a, a] }))).toEqual([
      `predecessors[1].id TWICE ${unitId('a')}`,
    ]);
    expect(
      await organisation.problemsOf('MergeUnits', await merge({ ...fresh, existing: a }, { predecessors: [a] })),
    ).toEqual(['predecessors[1] REQUIRED null', 'successor ONE_OF_TWO null']);
    expect(
      await organisation.write(
        'MergeUnits',
        await merge(fresh, { predecessors: [a, { id: unitId('b'), version: 9 }] }),
      ),
    ).toEqual({
      outcome: 'conflict',
      id: unitId('b'),
      given: 9,
      current: 1,
    });
    expect(await reorganisations()).toEqual([]);
  });
});

describe('splitting a unit', () => {
  const part = (local: string, parent = 'root') => ({
    local,
    unit: { kind: 'SERVICE', name: named(local), parent: unitId(parent) },
  });
  const split = async (more: object) => ({
    ...(await at(unitId('a'))),
    successors: [part('x'), part('y')],
    assignments: [],
    goesOn: false,
    effectiveFrom: MERGED,
    reason,
    ...more,
  });
  const to = (subject: string, local: string) => ({ subject, to: local });

  test('shares out what belongs to it; lines that are not assigned and figures end', async () => {
    const head = id('position', 'head');
    await organisation.does(
      'SplitUnit',
      await split({
        assignments: [
          to(unitId('a1'), 'x'),
          to(head, 'x'),
          to(head, 'y'),
          to(id('body', 'council'), 'y'),
          to(id('line', 'a-b'), 'y'),
        ],
      }),
    );
    expect(await parentsOn(MERGED)).toEqual({ root: null, other: null, b: 'root', x: 'root', y: 'root', a1: 'x' });
    expect(await on(MERGED, 'position', 'unit_ids')).toEqual({ head: ['x', 'y', 'b'] });
    expect(await on(MERGED, 'body', 'unit_id')).toEqual({ council: 'y' });
    expect(
      Object.values(await linesOn(MERGED))
        .map(String)
        .sort(),
    ).toEqual([
      'a1,PART_OF,x',
      'b,PART_OF,root',
      'root,INFORMS,other',
      'x,PART_OF,root',
      'y,COOPERATES_WITH,b',
      'y,PART_OF,root',
    ]);
    expect([await on(MERGED, 'budget', 'id'), Object.keys(await on(MERGED, 'headcount', 'id'))]).toEqual([
      {},
      ['staff'],
    ]);
    expect(await reorganisations()).toEqual([
      { kind: 'SPLIT', day: MERGED, before: [unitId('a')], after: [unitId('x'), unitId('y')] },
    ]);
  });

  test('that goes on keeps what is not assigned', async () => {
    await organisation.does(
      'SplitUnit',
      await split({ successors: [part('x', 'a')], goesOn: true, assignments: [to(unitId('a1'), 'x')] }),
    );
    expect(await parentsOn(MERGED)).toMatchObject({ a: 'root', x: 'a', a1: 'x' });
    expect(await on(MERGED, 'body', 'unit_id')).toEqual({ council: 'a' });
    expect(Object.values(await linesOn(MERGED)).map(String)).toEqual(
      expect.arrayContaining(['a,PART_OF,root', 'x,PART_OF,a', 'a1,PART_OF,x', 'head,LEADS,a']),
    );
    expect(await on(MERGED, 'budget', 'id')).toEqual({});
  });

  test('is refused with one problem for whatever is not, or cannot be, assigned', async () => {
    expect(
      await organisation.problemsOf(
        'SplitUnit',
        await split({
          successors: [part('x'), part('root')],
          assignments: [],
        }),
      ),
    ).toEqual(['successors[1].local ALREADY_THERE root']);
    expect(
      await organisation.problemsOf(
        'SplitUnit',
        await split({
          successors: [part('x'), part('y', 'nowhere')],
          assignments: [
            to(unitId('a1'), 'z'),
            to(unitId('b'), 'x'),
            to(id('line', 'a-in-root'), 'x'),
            to(id('body', 'council'), 'x'),
            to(id('body', 'council'), 'y'),
          ],
        }),
      ),
    ).toEqual([
      `successors[1].unit.parent UNKNOWN_REFERENCE ${unitId('nowhere')}`,
      'assignments[0].to UNKNOWN_SUCCESSOR z',
      `assignments[1].subject NOT_OF_THE_UNIT ${unitId('b')}`,
      `assignments[2].subject NOT_OF_THE_UNIT ${id('line', 'a-in-root')}`,
      `assignments[4].subject TWICE ${id('body', 'council')}`,
      `assignments NOT_ASSIGNED ${unitId('a1')}`,
      `assignments NOT_ASSIGNED ${id('position', 'head')}`,
    ]);
    expect(await reorganisations()).toEqual([]);
  });
});

describe('renaming, amending and abolishing a unit', () => {
  test('a new name is a change in the tree, other facts are not', async () => {
    await organisation.does('RenameUnit', {
      ...(await at(unitId('a'))),
      name: named('A!'),
      effectiveFrom: MERGED,
      reason,
    });
    await organisation.does('AmendUnit', {
      ...(await at(unitId('a'))),
      changes: { website: 'https://a.example', ordinal: null, tasks: [{ summary: named('taak') }] },
      effectiveFrom: '2023-01-01',
      reason,
    });
    const shown = "ARRAY[state->'name'->>'nl', state->>'website', ordinal::text]";
    expect((await on('2022-12-31', 'unit', shown))['a']).toEqual(['a', null, '1']);
    expect((await on('2023-01-01', 'unit', shown))['a']).toEqual(['a', '//a.example', null]);
    expect((await on(MERGED, 'unit', shown))['a']).toEqual(['A!', '//a.example', null]);
    expect((await reorganisations()).map(({ kind }: { kind: string }) => kind)).toEqual(['RENAMED']);
    expect(
      await organisation.problemsOf('AmendUnit', { ...(await at(unitId('a'))), changes: { ordinal: null }, reason }),
    ).toEqual(['changes NOTHING_CHANGES null']);
    expect(
      await organisation.problemsOf('AmendUnit', {
        ...(await at(unitId('a'))),
        changes: {
          kind: null,
          ordinal: 0,
          website: 'ftp://a',
          legalForm: {},
          mission: { summary: { nl: 'x', original: 'fr' } },
        },
        reason,
      }),
    ).toEqual([
      'changes.kind REQUIRED null',
      'changes.ordinal OUT_OF_RANGE 0',
      'changes.website INVALID_URL ftp://a',
      'changes.legalForm NO_LANGUAGE null',
      'changes.mission.summary.original NO_ORIGINAL FR',
    ]);
  });

  test('abolishing waits until nothing has a place in it, and ends lines and figures', async () => {
    const abolish = async (unit: string) => ({ ...(await at(unitId(unit))), effectiveFrom: MERGED, reason });
    expect(await organisation.problemsOf('AbolishUnit', await abolish('a'))).toEqual([
      `id STILL_REFERRED_TO ${unitId('a1')}`,
      `id STILL_REFERRED_TO ${id('position', 'head')}`,
      `id STILL_REFERRED_TO ${id('body', 'council')}`,
    ]);
    await organisation.does('AmendPosition', {
      ...(await at(id('position', 'head'))),
      changes: { units: [unitId('a')] },
      effectiveFrom: MERGED,
      reason,
    });
    await organisation.does('AbolishUnit', await abolish('b'));
    expect(await parentsOn(MERGED)).not.toHaveProperty('b');
    expect(await parentsOn('2023-12-31')).toHaveProperty('b');
    expect(Object.keys(await linesOn(MERGED)).sort()).toEqual(['a-in-root', 'a1-in-a', 'head-leads-a', 'root-informs']);
    expect(await on(MERGED, 'headcount', 'id')).toEqual({});
    expect(await reorganisations()).toEqual([{ kind: 'ABOLISHED', day: MERGED, before: [unitId('b')], after: [] }]);
  });
});

describe('posts, holders and figures', () => {
  const head = id('position', 'head');
  const hold = (status: string, version: number, more: object = {}) => ({
    position: head,
    status,
    version,
    reason,
    ...more,
  });
  const statusOn = async (day: string) => Object.values(await on(day, 'holder', "state->>'status'"));

  test('a post is held in one way on a day: the last that was recorded', async () => {
    await organisation.does('RecordHolder', hold('HELD', 0, { effectiveFrom: '2021-01-01', languageRole: 'NL' }));
    await organisation.does(
      'RecordHolder',
      hold('VACANT', 1, { effectiveFrom: '2023-01-01', effectiveTo: '2023-06-01' }),
    );
    expect(await Promise.all(['2020-12-31', '2021-01-01', '2023-01-01', '2023-06-01'].map(statusOn))).toEqual([
      [],
      ['HELD'],
      ['VACANT'],
      ['HELD'],
    ]);
    expect(await organisation.write('RecordHolder', hold('UNKNOWN', 1))).toMatchObject({
      outcome: 'conflict',
      given: 1,
      current: 2,
    });
    expect(
      await organisation.problemsOf(
        'RecordHolder',
        hold('VACANT', 2, { effectiveFrom: '2023-01-01', effectiveTo: '2023-01-01', languageRole: 'FR' }),
      ),
    ).toEqual(['effectiveTo EMPTY_RANGE 2023-01-01', 'languageRole NOBODY_HOLDS_IT FR']);
    expect(
      await organisation.problemsOf('RecordHolder', { ...hold('HELD', 0), position: id('position', 'none') }),
    ).toEqual([`position UNKNOWN_REFERENCE ${id('position', 'none')}`]);
  });

  test('whatever is about a post ends with it', async () => {
    await organisation.does('RecordHolder', hold('HELD', 0, { effectiveFrom: '2021-01-01' }));
    await organisation.does('EndPosition', { ...(await at(head)), effectiveFrom: MERGED, reason });
    expect(await on(MERGED, 'position', 'id')).toEqual({});
    expect(await statusOn(MERGED)).toEqual([]);
    expect(await statusOn('2023-12-31')).toEqual(['HELD']);
    expect(await linesOn(MERGED)).not.toHaveProperty('head-leads-a');
  });

  test('figures that cannot be are refused, with every reason', async () => {
    expect(
      await organisation.problemsOf('RecordBudget', {
        budget: {
          kind: 'OPERATING',
          unit: unitId('none'),
          position: head,
          amount: { amount: '-1', currency: 'USD' },
          fiscalYear: 12,
        },
      }),
    ).toEqual([
      'budget.amount.currency UNKNOWN_CURRENCY USD',
      'budget.amount.amount INVALID_DECIMAL -1',
      'budget.fiscalYear OUT_OF_RANGE 12',
      `budget.position NOT_OF_A_POST ${head}`,
      `budget.unit UNKNOWN_REFERENCE ${unitId('none')}`,
    ]);
    expect(
      await organisation.problemsOf('RecordHeadcount', {
        headcount: { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: '1.5' },
      }),
    ).toEqual(['headcount.value NOT_WHOLE 1.5', 'headcount.unit OF_NOBODY null']);
    expect(
      await organisation.problemsOf('RecordHeadcount', {
        headcount: { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: '2', unit: unitId('b') },
      }),
    ).toEqual(['kind STATED_ALREADY null']);
    await organisation.does('AmendHeadcount', {
      ...(await at(id('headcount', 'staff'))),
      changes: { value: '8' },
      reason,
    });
    expect(await on('2025-09-01', 'headcount', "state->>'value'")).toEqual({ staff: '8' });
    await organisation.does('EndHeadcount', { ...(await at(id('headcount', 'staff'))), reason });
    expect(await on('2025-09-01', 'headcount', 'id')).toEqual({});
  });

  test('a line leads from one party to another, and is amended but for its ends', async () => {
    expect(
      await organisation.problemsOf('CreateLine', {
        line: {
          kind: 'INFORMS',
          from: head,
          to: head,
          label: {},
          condition: { operator: 'INCLUSIVE_OR', circumstances: [] },
        },
      }),
    ).toEqual([
      'line.label NO_LANGUAGE null',
      'line.condition.operator NOT_OF_A_CONDITION INCLUSIVE_OR',
      'line.condition.circumstances REQUIRED null',
      `line.to SAME_PARTY ${head}`,
    ]);
    await organisation.does('AmendLine', {
      ...(await at(id('line', 'a-b'))),
      changes: { group: { key: 'g' } },
      reason,
    });
    expect((await on('2025-09-01', 'line', "state->'group'"))['a-b']).toEqual({ key: 'g', operator: 'INCLUSIVE_OR' });
  });
});
