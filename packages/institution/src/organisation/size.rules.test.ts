import { describe, expect, test } from '@jest/globals';
import { euro } from '@mandate-graph/domain';
import fc from 'fast-check';
import { budgetPerHead, managedShare, totalBudget, totalHeadcount } from './size.rules.ts';

const budget = (unit: string, amount: string, kind: 'OPERATING' | 'MANAGED_BY_HOLDER' = 'OPERATING') => ({
  id: `b-${unit}-${kind}`,
  unit,
  kind,
  amount: euro(amount),
});
const staff = (unit: string, value: string, unitOfMeasure: 'PERSONS' | 'FTE' = 'PERSONS') => ({
  id: `h-${unit}`,
  unit,
  kind: 'STAFF' as const,
  unitOfMeasure,
  value,
});

describe('totals over the units of a post', () => {
  const budgets = [
    budget('ksz', '20000000.00'),
    budget('ehealth', '15100000.00'),
    budget('ksz', '20000000.00', 'MANAGED_BY_HOLDER'),
  ];

  test('add up exactly, and say from what', () => {
    expect(totalBudget(budgets, 'OPERATING', ['ksz', 'ehealth'])).toEqual({
      value: '35100000.00',
      rule: 'SUM_OVER_UNITS',
      inputs: ['b-ksz-OPERATING', 'b-ehealth-OPERATING'],
    });
    expect(totalHeadcount([staff('ksz', '85'), staff('ehealth', '48')], ['ksz', 'ehealth'])?.value).toBe('133');
  });

  test('are null when any part is missing: a partial sum would be a guess', () => {
    expect(totalBudget(budgets, 'MANAGED_BY_HOLDER', ['ksz', 'ehealth'])).toBeNull();
    expect(totalBudget([], 'OPERATING', [])).toBeNull();
    expect(totalHeadcount([staff('ksz', '85')], ['ksz', 'ehealth'])).toBeNull();
  });

  test('are null when a unit states several: none of two years is the one', () => {
    expect(totalBudget([budget('ksz', '1.00'), budget('ksz', '2.00')], 'OPERATING', ['ksz'])).toBeNull();
    expect(totalHeadcount([staff('ksz', '1'), staff('ksz', '2')], ['ksz'])).toBeNull();
    expect(budgetPerHead([budget('ksz', '1.00'), budget('ksz', '2.00')], [staff('ksz', '1')], 'ksz')).toBeNull();
  });

  test('never add persons and full-time equivalents', () =>
    expect(totalHeadcount([staff('ksz', '85'), staff('ehealth', '40.5', 'FTE')], ['ksz', 'ehealth'])).toBeNull());

  test('are the same as whole cents added up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1, maxLength: 20 }), (cents) => {
        const amount = (cent: number) => `${Math.floor(cent / 100)}.${String(cent % 100).padStart(2, '0')}`;
        const units = cents.map((_, index) => `u${index}`);
        const total = totalBudget(
          cents.map((cent, index) => budget(units[index]!, amount(cent))),
          'OPERATING',
          units,
        );
        const sum = cents.reduce((all, cent) => all + BigInt(cent), 0n);
        expect(total?.value).toBe(`${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`);
      }),
    );
  });
});

describe('ratios', () => {
  test.each([
    ['20000000.00', '85', '235294.12'],
    ['15100000.00', '48', '314583.33'],
  ])('%s euro over %s persons is %s per head', (amount, persons, perHead) =>
    expect(budgetPerHead([budget('u', amount)], [staff('u', persons)], 'u')?.value).toBe(perHead),
  );

  test('are null without both parts, or over nobody', () => {
    expect(budgetPerHead([], [staff('u', '1')], 'u')).toBeNull();
    expect(budgetPerHead([budget('u', '1')], [], 'u')).toBeNull();
    expect(budgetPerHead([budget('u', '1')], [staff('u', '0')], 'u')).toBeNull();
    expect(managedShare(null, { value: '1', rule: 'r', inputs: [] })).toBeNull();
  });

  test('of managed over operating budget are in percent', () => {
    const half = { value: '50.00', rule: 'r', inputs: ['a'] };
    expect(managedShare(half, { value: '150.00', rule: 'r', inputs: ['b'] })).toMatchObject({
      value: '33.33',
      inputs: ['a', 'b'],
    });
  });
});
