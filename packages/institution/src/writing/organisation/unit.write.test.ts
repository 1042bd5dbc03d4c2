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

describe('moving a unit', () => {
  test('takes along what is below it, and the line that says what it is part of', async () => {
    await organisation.does('MoveUnit', {
      ...(await organisation.at(unitId('a'))),
      parent: unitId('other'),
      effectiveFrom: DAY,
      reason,
    });
    expect(await organisation.parentsOn('2023-12-31')).toMatchObject({ a: 'root', a1: 'a' });
    expect(await organisation.parentsOn(DAY)).toMatchObject({ a: 'other', a1: 'a', b: 'root' });
    expect((await organisation.linesOn('2023-12-31'))['a-in-root']).toEqual(['a', 'PART_OF', 'root']);
    expect(await organisation.linesOn(DAY)).toMatchObject({
      'a-in-root': ['a', 'PART_OF', 'other'],
      'b-in-root': ['b', 'PART_OF', 'root'],
    });
    expect(await organisation.changesOf(unitId('a'))).toEqual(['CREATED', 'MOVED']);
    expect(await organisation.changesOf(id('line', 'a-in-root'))).toEqual(['CREATED', 'FOLLOWED']);
    expect(await organisation.reorganisations()).toEqual([
      { kind: 'MOVED', day: DAY, before: [unitId('a')], after: [unitId('a')] },
    ]);
  });

  test('to the top ends that line', async () => {
    await organisation.does('MoveUnit', {
      ...(await organisation.at(unitId('a'))),
      parent: null,
      effectiveFrom: DAY,
      reason,
    });
    expect(await organisation.parentsOn(DAY)).toMatchObject({ a: null });
    expect(Object.keys(await organisation.linesOn(DAY))).not.toContain('a-in-root');
  });

  test('below itself, to where it is, or to nowhere is refused', async () => {
    const move = async (unit: string, more: object) =>
      organisation.problemsOf('MoveUnit', {
        ...(await organisation.at(unitId(unit))),
        effectiveFrom: DAY,
        reason,
        ...more,
      });
    expect(await move('a', { parent: unitId('a') })).toEqual([`parent CYCLE ${unitId('a')}`]);
    expect(await move('a', { parent: unitId('a1') })).toEqual(['parent CYCLE null']);
    expect(await move('a', { parent: unitId('root'), ordinal: 1 })).toEqual(['parent NO_CHANGE null']);
    expect(await move('a', {})).toEqual(['parent REQUIRED null']);
    expect(await move('a', { parent: unitId('nowhere') })).toEqual([`parent UNKNOWN_REFERENCE ${unitId('nowhere')}`]);
    expect(await move('a', { parent: null, effectiveFrom: '2019-12-31' })).toEqual([
      'effectiveFrom NOT_THERE_THEN 2019-12-31',
    ]);
  });
});

describe('renaming, amending and abolishing a unit', () => {
  test('a new name is a change in the tree, other facts are not', async () => {
    await organisation.does('RenameUnit', {
      ...(await organisation.at(unitId('a'))),
      name: named('A!'),
      effectiveFrom: DAY,
      reason,
    });
    await organisation.does('AmendUnit', {
      ...(await organisation.at(unitId('a'))),
      changes: { website: 'https://a.example', ordinal: null, tasks: [{ summary: named('taak') }] },
      effectiveFrom: '2023-01-01',
      reason,
    });
    const shown = "ARRAY[state->'name'->>'nl', state->>'website', ordinal::text]";
    expect((await organisation.on('2022-12-31', 'unit', shown))['a']).toEqual(['a', null, '1']);
    expect((await organisation.on('2023-01-01', 'unit', shown))['a']).toEqual(['a', '//a.example', null]);
    expect((await organisation.on(DAY, 'unit', shown))['a']).toEqual(['A!', '//a.example', null]);
    expect((await organisation.reorganisations()).map(({ kind }) => kind)).toEqual(['RENAMED']);
    expect(
      await organisation.problemsOf('AmendUnit', {
        ...(await organisation.at(unitId('a'))),
        changes: { ordinal: null },
        reason,
      }),
    ).toEqual(['changes NO_CHANGE null']);
    expect(
      await organisation.problemsOf('AmendUnit', {
        ...(await organisation.at(unitId('a'))),
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

  describe('whose new name is planned', () => {
    const rename = async (name: string, effectiveFrom: string, more: object = {}) =>
      organisation.does('RenameUnit', {
        ...(await organisation.at(unitId('a'))),
        name: named(name),
        effectiveFrom,
        reason: `to be called ${name}`,
        ...more,
      });
    const named30 = async () => {
      const days = ['2023-12-31', DAY, '2029-12-31', '2030-01-01'];
      const shown = "ARRAY[state->'name'->>'nl', state->>'abbreviation']";
      return Promise.all(days.map(async (day) => (await organisation.on(day, 'unit', shown))['a']));
    };
    const recorded = async () => (await organisation.recordedNow()).map(({ kind, day }) => `${kind} ${day}`);
    beforeEach(() => rename('later', '2030-01-01'));

    test('another name until then leaves it planned', async () => {
      await rename('now', DAY, { abbreviation: 'N' });
      expect(await named30()).toEqual([
        ['a', null],
        ['now', 'N'],
        ['now', 'N'],
        ['later', 'N'],
      ]);
      expect(await recorded()).toEqual([`RENAMED ${DAY}`, 'RENAMED 2030-01-01']);
    });

    test('that name earlier leaves nothing to happen then, which is no longer recorded', async () => {
      await rename('later', DAY);
      expect(await named30()).toEqual([
        ['a', null],
        ['later', null],
        ['later', null],
        ['later', null],
      ]);
      expect(await recorded()).toEqual([`RENAMED ${DAY}`]);
    });

    test('another name on that day is one change, with its own reason; the old name is none', async () => {
      await rename('other', '2030-01-01');
      expect(await organisation.recordedNow()).toEqual([
        { kind: 'RENAMED', day: '2030-01-01', reason: 'to be called other' },
      ]);
      await rename('a', '2030-01-01');
      expect(await recorded()).toEqual([]);
    });

    test('the end of the unit before then ends the plan', async () => {
      await organisation.does('MergeUnits', {
        predecessors: [await organisation.at(unitId('a')), await organisation.at(unitId('b'))],
        successor: { existing: await organisation.at(unitId('b')) },
        effectiveFrom: DAY,
        reason,
      });
      expect(await recorded()).toEqual([`MERGED ${DAY}`]);
    });

    test('a place until a planned move leaves that planned, with the line that says it', async () => {
      const move = async (parent: string | null, effectiveFrom: string) =>
        organisation.does('MoveUnit', {
          ...(await organisation.at(unitId('a'))),
          parent: parent && unitId(parent),
          effectiveFrom,
          reason,
        });
      await move('other', '2030-01-01');
      await move('b', DAY);
      const places = async (day: string) => [
        (await organisation.parentsOn(day))['a'],
        (await organisation.linesOn(day))['a-in-root'],
      ];
      expect(await places('2023-12-31')).toEqual(['root', ['a', 'PART_OF', 'root']]);
      expect(await places('2029-12-31')).toEqual(['b', ['a', 'PART_OF', 'b']]);
      expect(await places('2030-01-01')).toEqual(['other', ['a', 'PART_OF', 'other']]);
      expect(await recorded()).toEqual([`MOVED ${DAY}`, 'RENAMED 2030-01-01', 'MOVED 2030-01-01']);
    });
  });

  test('abolishing waits until nothing has a place in it, and ends lines and figures', async () => {
    const abolish = async (unit: string) => ({ ...(await organisation.at(unitId(unit))), effectiveFrom: DAY, reason });
    expect(await organisation.problemsOf('AbolishUnit', await abolish('a'))).toEqual([
      `id STILL_REFERRED_TO ${unitId('a1')}`,
      `id STILL_REFERRED_TO ${id('position', 'head')}`,
      `id STILL_REFERRED_TO ${id('body', 'council')}`,
    ]);
    await organisation.does('AmendPosition', {
      ...(await organisation.at(id('position', 'head'))),
      changes: { units: [unitId('a')] },
      effectiveFrom: DAY,
      reason,
    });
    await organisation.does('AbolishUnit', await abolish('b'));
    expect(await organisation.parentsOn(DAY)).not.toHaveProperty('b');
    expect(await organisation.parentsOn('2023-12-31')).toHaveProperty('b');
    expect(Object.keys(await organisation.linesOn(DAY)).sort()).toEqual([
      'a-in-root',
      'a1-in-a',
      'head-leads-a',
      'other-for',
      'root-informs',
    ]);
    expect((await organisation.besideOn(DAY))['other-for']).toEqual(['a', 'a1']);
    expect(await organisation.on(DAY, 'headcount', 'id')).toEqual({});
    expect(await organisation.reorganisations()).toEqual([
      { kind: 'ABOLISHED', day: DAY, before: [unitId('b')], after: [] },
    ]);
  });
});
