import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openOrganisation } from '../../testing/organisation.fixture.ts';
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
      'other-for': ['other', 'REPRESENTS', 'root'],
    });
    expect(await organisation.besideOn('2023-12-31')).toEqual({ 'root-informs': ['a'], 'other-for': ['a', 'b', 'a1'] });
    expect(await organisation.besideOn(DAY)).toEqual({ 'root-informs': ['ab'], 'other-for': ['ab', 'a1'] });
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
        successor: {
          local: 'Not Right',
          unit: { kind: 'SERVICE', name: {}, website: 'nowhere', parent: unitId('nowhere') },
        },
        effectiveFrom: DAY,
        reason,
      }),
    ).toEqual([
      `predecessors[1].id UNKNOWN_SUBJECT ${unitId('nowhere')}`,
      'successor.unit.name NO_LANGUAGE null',
      'successor.unit.website INVALID_URL nowhere',
      'successor.local INVALID_LOCAL Not Right',
      `successor.unit.parent UNKNOWN_REFERENCE ${unitId('nowhere')}`,
    ]);
    // What is below a unit that merges cannot be above what it merges into.
    const inIt = { ...fresh, unit: { ...fresh.unit, parent: unitId('a1') } };
    expect(await organisation.problemsOf('MergeUnits', await merge(inIt))).toEqual([
      'successor.unit.parent CYCLE null',
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
