import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, id, openOrganisation } from '../../testing/organisation.fixture.ts';
import { unitId } from '../../testing/organisation.ts';

const reason = 'because';
const DAY = '2024-01-01';

let organisation: Awaited<ReturnType<typeof openOrganisation>>;
beforeAll(async () => {
  organisation = await openOrganisation();
});
afterAll(() => organisation.close());
beforeEach(() => organisation.reset());

describe('posts, holders and figures', () => {
  const head = id('position', 'head');
  const hold = (status: string, version: number, more: object = {}) => ({
    position: head,
    status,
    version,
    reason,
    ...more,
  });
  const statusOn = async (day: string) => Object.values(await organisation.on(day, 'holder', "state->>'status'"));

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
    const theirs = 'ksz:position:head';
    expect(
      await organisation.problemsOf('RecordHolder', hold('VACANT', 3, { position: theirs, languageRole: 'FR' })),
    ).toEqual(['languageRole NOBODY_HOLDS_IT FR', `position UNKNOWN_REFERENCE ${theirs}`]);
  });

  test('whatever is about a post ends with it', async () => {
    await organisation.does('RecordHolder', hold('HELD', 0, { effectiveFrom: '2021-01-01' }));
    await organisation.does('EndPosition', { ...(await organisation.at(head)), effectiveFrom: DAY, reason });
    expect(await organisation.on(DAY, 'position', 'id')).toEqual({});
    expect(await statusOn(DAY)).toEqual([]);
    expect(await statusOn('2023-12-31')).toEqual(['HELD']);
    expect(await organisation.linesOn(DAY)).not.toHaveProperty('head-leads-a');
  });

  test('a post does not end under an open call, nor under one that is open until later', async () => {
    const end = async (more: object = {}) => ({
      ...(await organisation.at(head)),
      effectiveFrom: DAY,
      reason,
      ...more,
    });
    await organisation.records(call('call', head, '2025-09-01'));
    await organisation.records(call('draft', head, '2025-09-01', 'DRAFT'));
    const open = [`id STILL_REFERRED_TO ${id('vacancy', 'call')}`];
    expect(await organisation.problemsOf('EndPosition', await end())).toEqual(open);
    expect(await organisation.problemsOf('EndPosition', await end({ effectiveFrom: '2031-01-01' }))).toEqual(open);
    await organisation.records(call('call', head, '2025-08-31', 'PUBLISHED', 1));
    await organisation.does('EndPosition', await end());
    expect(await organisation.on(DAY, 'position', 'id')).toEqual({});
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
      'budget.fiscalYear OUT_OF_RANGE 12',
      `budget.position NOT_OF_A_POST ${head}`,
      'budget.amount.amount INVALID_DECIMAL -1',
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
    ).toEqual(['headcount.kind STATED_ALREADY null']);
    await organisation.does('AmendHeadcount', {
      ...(await organisation.at(id('headcount', 'staff'))),
      changes: { value: '8' },
      reason,
    });
    expect(await organisation.on('2025-09-01', 'headcount', "state->>'value'")).toEqual({ staff: '8' });
    await organisation.does('EndHeadcount', { ...(await organisation.at(id('headcount', 'staff'))), reason });
    expect(await organisation.on('2025-09-01', 'headcount', 'id')).toEqual({});
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
      ...(await organisation.at(id('line', 'a-b'))),
      changes: { group: { key: 'g' } },
      reason,
    });
    expect((await organisation.on('2025-09-01', 'line', "state->'group'"))['a-b']).toEqual({
      key: 'g',
      operator: 'INCLUSIVE_OR',
    });
  });
});
