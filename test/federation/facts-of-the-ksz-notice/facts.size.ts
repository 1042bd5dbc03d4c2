import { expect } from '@jest/globals';
import { count, derived, type Fact, factsOf, stated } from '../support/fact.table.ts';
import { twice } from './copies.ts';

const id = (rest: string): string => `ksz-ehealth:${rest}`;
const NO_YEAR = { path: 'fiscalYear', status: 'NOT_STATED', copies: [] };
const NO_DAY = { path: 'referenceDate', status: 'NOT_STATED', copies: [] };
const among = (value: object) => expect.arrayContaining([expect.objectContaining(value)]);
const sources = (...list: readonly object[]) => list.map((one) => expect.objectContaining(one));

const budget = (kind: string, unit: string, amount: string, line: number) =>
  among({
    kind,
    unit: { id: id(`unit:${unit}`) },
    amount: { amount, currency: 'EUR' },
    fiscalYear: null,
    provenance: sources({ path: 'amount', status: 'STATED', copies: twice(line).copies }, NO_YEAR),
  });

const staff = (unit: string, value: string) =>
  among({
    kind: 'STAFF',
    unitOfMeasure: 'PERSONS',
    unit: { id: id(`unit:${unit}`) },
    value,
    referenceDate: null,
    provenance: sources({ path: 'value', status: 'STATED', copies: twice(123).copies }, NO_DAY),
  });

/** What the notice prints, without a year: lines 120, 121, 123 and 124, each printed twice. */
const PRINTED = factsOf('S2.B', [
  ['', 'ksz.budgets', count(2)],
  ['', 'ksz.budgets', budget('OPERATING', 'ksz', '20000000.00', 120)],
  ['', 'ksz.budgets', budget('MANAGED_BY_HOLDER', 'ksz', '20000000.00', 121)],
  ['', 'ehealth.budgets', count(2)],
  ['', 'ehealth.budgets', budget('OPERATING', 'ehealth-platform', '15100000.00', 120)],
  ['', 'ehealth.budgets', budget('MANAGED_BY_HOLDER', 'ehealth-platform', '15100000.00', 121)],
  ['', 'deputy.budgets', count(2)],
  ['', 'deputy.budgets', budget('MANAGED_BY_HOLDER', 'ksz', '20000000.00', 121)],
  ['', 'deputy.budgets', budget('MANAGED_BY_HOLDER', 'ehealth-platform', '15100000.00', 121)],
  ['', 'ksz.headcounts', count(1)],
  ['', 'ksz.headcounts', staff('ksz', '85')],
  ['', 'ehealth.headcounts', count(1)],
  ['', 'ehealth.headcounts', staff('ehealth-platform', '48')],
  ['', 'deputy.headcounts', count(1)],
  [
    '',
    'deputy.headcounts',
    among({
      kind: 'DIRECT_AUTHORITY',
      unitOfMeasure: 'PERSONS',
      value: '31',
      unit: null,
      position: { id: id('position:adjunct-administrateur-generaal') },
      provenance: sources({ path: 'value', status: 'STATED', copies: twice(124).copies }, NO_DAY),
    }),
  ],
]);

const budgets = (kind: string) => [id(`budget:ksz-${kind}`), id(`budget:ehealth-platform-${kind}`)];
const staffs = [id('headcount:ksz-staff'), id('headcount:ehealth-platform-staff')];
const perHead = (amount: string, unit: string) => ({
  amount,
  currency: 'EUR',
  rule: 'OPERATING_BUDGET_OVER_HEADCOUNT',
  inputs: [id(`budget:${unit}-operating`), id(`headcount:${unit}-staff`)],
});

/** What no notice prints: each says by which rule it is computed, and from which figures. */
const DERIVED = factsOf('S2.B(d) ', [
  [
    'total operating budget',
    'deputy.size.operatingBudget',
    { amount: '35100000.00', currency: 'EUR', rule: 'SUM_OVER_UNITS', inputs: budgets('operating') },
    derived('SUM_OVER_UNITS'),
  ],
  [
    'total managed budget',
    'deputy.size.managedBudget',
    { amount: '35100000.00', currency: 'EUR', rule: 'SUM_OVER_UNITS', inputs: budgets('managed-by-holder') },
    derived('SUM_OVER_UNITS'),
  ],
  [
    'total headcount',
    'deputy.size.headcount',
    { value: '133', rule: 'SUM_OVER_UNITS', inputs: staffs },
    derived('SUM_OVER_UNITS'),
  ],
  [
    'managed share in percent',
    'deputy.size.managedShare',
    {
      value: '100',
      rule: 'MANAGED_OVER_OPERATING',
      inputs: [...budgets('managed-by-holder'), ...budgets('operating')],
    },
    derived('MANAGED_OVER_OPERATING'),
  ],
  ['budget per head', 'ksz.budgetPerHead', perHead('235294.12', 'ksz'), derived('OPERATING_BUDGET_OVER_HEADCOUNT')],
  [
    'budget per head',
    'ehealth.budgetPerHead',
    perHead('314583.33', 'ehealth-platform'),
    derived('OPERATING_BUDGET_OVER_HEADCOUNT'),
  ],
]);

export const SIZE: readonly Fact[] = [...PRINTED, ...DERIVED];

/** A band, a gross amount and a mobility budget, each printed in both tabs. */
export const PAY = factsOf('S2.P', [
  ['', 'vacancy.pay.grossAnnualSalary', { amount: '185457.89', currency: 'EUR' }, stated(131, 309)],
  ['', 'vacancy.pay.salaryBand', 5, stated(131, 309)],
  ['', 'vacancy.pay.indexed', true, stated(131, 309)],
  ['', 'vacancy.pay.mobilityBudget', { amount: '16875.00', currency: 'EUR' }, stated(132, 310)],
]);
