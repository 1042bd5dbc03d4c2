import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { id, openOrganisation } from '../../testing/organisation.fixture.ts';
import { named, unitId } from '../../testing/organisation.ts';

const reason = 'because';
const DAY = '2024-01-01';

let organisation: Awaited<ReturnType<typeof openOrganisation>>;
beforeAll(async () => {
  organisation = await openOrganisation();
});
afterAll(() => organisation.close());
beforeEach(() => organisation.reset());

describe('merging units', () => {
  const merge = async (successor: object, more: object = {}) => ({
    predecessors: [await organisation.at(unitId('a')), await organisation.at(unitId('b'))],
    successor,
    effectiveFrom: DAY,
    reason,
    ...more,
  });
  const fresh = { local: 'ab', unit: { kind: 'SERVICE', name: named('ab'), parent: unitId('root') } };

  test('into a new one gives it all that belonged to them, each line once, and no figures', async () => {
    const before = {
      parents: await organisation.parentsOn('2023-12-31'),
      lines: await organisation.linesOn('2023-12-31'),
    };
    const answer = await organisation.does('MergeUnits', await merge(fresh));
    expect(answer.subjects[0]).toEqual({ id: unitId('ab'), version: 1, day: DAY });
    expect({
      parents: await organisation.parentsOn('2023-12-31'),
      lines: await organisation.linesOn('2023-12-31'),
    }).toEqual(before);
    expect(await organisation.parentsOn(DAY)).toEqual({ root: null, other: null, ab: 'root', a1: 'ab' });
    expect(await organisation.on(DAY, 'position', 'unit_ids')).toEqual({ head: ['ab'] });
    expect(await organisation.on(DAY, 'body', 'unit_id')).toEqual({ council: 'ab' });
    expect(await organisation.linesOn(DAY)).toEqual({
      'a-in-root': ['ab', 'PART_OF', 'root'],
      'a1-in-a': ['a1', 'PART_OF', 'ab'],
      'head-leads-a': ['head', 'LEADS', 'ab'],
      'root-informs': ['root', 'INFORMS', 'other'],
    });
    expect([await organisation.on(DAY, 'budget', 'id'), await organisation.on(DAY, 'headcount', 'id')]).toEqual([
      {},
      {},
    ]);
    expect(Object.keys(await organisation.on('2023-12-31', 'budget', 'id'))).toEqual(['money']);
    expect(await organisation.changesOf(unitId('a'))).toEqual(['CREATED', 'MERGED']);
    expect(await organisation.changesOf(unitId('ab'))).toEqual(['CREATED']);
    expect(await organisation.changesOf(unitId('a1'))).toEqual(['CREATED', 'FOLLOWED']);
    expect(await organisation.reorganisations()).toEqual([
      { kind: 'MERGED', day: DAY, before: [unitId('a'), unitId('b')], after: [unitId('ab')] },
    ]);
  });

  test('into one of them leaves that one where it is', async () => {
    await organisation.does('MergeUnits', await merge({ existing: await organisation.at(unitId('b')) }));
    expect(await organisation.parentsOn(DAY)).toEqual({ root: null, other: null, b: 'root', a1: 'b' });
    expect((await organisation.linesOn(DAY))['b-in-root']).toEqual(['b', 'PART_OF', 'root']);
    expect(await organisation.linesOn(DAY)).not.toHaveProperty('a-in-root');
    expect(await organisation.on(DAY, 'headcount', 'id')).toEqual({});
    expect(await organisation.changesOf(unitId('b'))).toEqual(['CREATED', 'MERGED']);
  });

  test('into one below another puts it in that one’s place', async () => {
    const predecessors = [await organisation.at(unitId('a')), await organisation.at(unitId('a1'))];
    await organisation.does('MergeUnits', {
      predecessors,
      successor: { existing: predecessors[1] },
      effectiveFrom: DAY,
      reason,
    });
    expect(await organisation.parentsOn(DAY)).toEqual({ root: null, other: null, a1: 'root', b: 'root' });
    expect(await organisation.linesOn(DAY)).toMatchObject({
      'a-in-root': ['a1', 'PART_OF', 'root'],
      'a-b': ['a1', 'COOPERATES_WITH', 'b'],
    });
    expect(await organisation.linesOn(DAY)).not.toHaveProperty('a1-in-a');
  });

  test('is refused with all that is wrong, and changes nothing', async () => {
    expect(
      await organisation.problemsOf('MergeUnits', {
        predecessors: [await organisation.at(unitId('a')), { id: unitId('nowhere'), version: 1 }],
        successor: { local: 'Not Right', unit: { kind: 'SERVICE', name: {}, website: 'nowhere', parent: null } },
        effectiveFrom: DAY,
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
    expect(await organisation.reorganisations()).toEqual([]);
  });
});

describe('splitting a unit', () => {
  const part = (local: string, parent = 'root') => ({
    local,
    unit: { kind: 'SERVICE', name: named(local), parent: unitId(parent) },
  });
  const split = async (more: object) => ({
    ...(await organisation.at(unitId('a'))),
    successors: [part('x'), part('y')],
    assignments: [],
    goesOn: false,
    effectiveFrom: DAY,
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
    expect(await organisation.parentsOn(DAY)).toEqual({
      root: null,
      other: null,
      b: 'root',
      x: 'root',
      y: 'root',
      a1: 'x',
    });
    expect(await organisation.on(DAY, 'position', 'unit_ids')).toEqual({ head: ['x', 'y', 'b'] });
    expect(await organisation.on(DAY, 'body', 'unit_id')).toEqual({ council: 'y' });
    expect(
      Object.values(await organisation.linesOn(DAY))
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
    expect([
      await organisation.on(DAY, 'budget', 'id'),
      Object.keys(await organisation.on(DAY, 'headcount', 'id')),
    ]).toEqual([{}, ['staff']]);
    expect(await organisation.reorganisations()).toEqual([
      { kind: 'SPLIT', day: DAY, before: [unitId('a')], after: [unitId('x'), unitId('y')] },
    ]);
  });

  test('that goes on keeps what is not assigned', async () => {
    await organisation.does(
      'SplitUnit',
      await split({ successors: [part('x', 'a')], goesOn: true, assignments: [to(unitId('a1'), 'x')] }),
    );
    expect(await organisation.parentsOn(DAY)).toMatchObject({ a: 'root', x: 'a', a1: 'x' });
    expect(await organisation.on(DAY, 'body', 'unit_id')).toEqual({ council: 'a' });
    expect(Object.values(await organisation.linesOn(DAY)).map(String)).toEqual(
      expect.arrayContaining(['a,PART_OF,root', 'x,PART_OF,a', 'a1,PART_OF,x', 'head,LEADS,a']),
    );
    expect(await organisation.on(DAY, 'budget', 'id')).toEqual({});
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
    expect(await organisation.reorganisations()).toEqual([]);
  });
});
