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
          to(id('line', 'root-informs'), 'y'),
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
      'other,REPRESENTS,root',
      'root,INFORMS,other',
      'x,PART_OF,root',
      'y,COOPERATES_WITH,b',
      'y,PART_OF,root',
    ]);
    // A line that names it beside its ends may be assigned; one that is not names it no more.
    expect(await organisation.besideOn(DAY)).toEqual({ 'root-informs': ['y'], 'other-for': ['b', 'a1'] });
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
          assignments: [to(unitId('a1'), 'root')],
        }),
      ),
    ).toEqual([
      'successors[1].local TAKEN root',
      `assignments NOT_ASSIGNED ${id('position', 'head')}`,
      `assignments NOT_ASSIGNED ${id('body', 'council')}`,
    ]);
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
