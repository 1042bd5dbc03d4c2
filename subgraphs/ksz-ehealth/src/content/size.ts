import { type BudgetKind, euro, type HeadcountKind, type Source } from '@mandate-graph/domain';
import { ksz, NOTICE, POSITION, twice, UNIT } from './ids.ts';

/** Line of the notice that prints each figure; no line states a year or a reference date. */
const OPERATING = 120;
const MANAGED = 121;
const STAFF = 123;
const DIRECT = 124;

const budget = (local: string, kind: BudgetKind, unit: string, amount: string, line: number) =>
  ksz.budget(local, {
    notice: NOTICE,
    kind,
    unit,
    position: kind === 'MANAGED_BY_HOLDER' ? POSITION.deputy : null,
    amount: euro(amount),
    fiscalYear: null,
    sources: { '': twice(line) },
  });

export const budgets = [
  budget('ksz-operating', 'OPERATING', UNIT.ksz, '20000000.00', OPERATING),
  budget('ehealth-platform-operating', 'OPERATING', UNIT.ehealth, '15100000.00', OPERATING),
  budget('ksz-managed-by-holder', 'MANAGED_BY_HOLDER', UNIT.ksz, '20000000.00', MANAGED),
  budget('ehealth-platform-managed-by-holder', 'MANAGED_BY_HOLDER', UNIT.ehealth, '15100000.00', MANAGED),
];

const persons = (
  local: string,
  kind: HeadcountKind,
  counted: { readonly unit: string | null; readonly position: string | null },
  value: string,
  source: Source,
) =>
  ksz.headcount(local, {
    notice: NOTICE,
    kind,
    unitOfMeasure: 'PERSONS',
    value,
    ...counted,
    referenceDate: null,
    sources: { '': source },
  });

export const headcounts = [
  persons('ksz-staff', 'STAFF', { unit: UNIT.ksz, position: null }, '85', twice(STAFF)),
  persons('ehealth-platform-staff', 'STAFF', { unit: UNIT.ehealth, position: null }, '48', twice(STAFF)),
  // One undivided figure for both institutions: it belongs to the post, not to a unit.
  persons('direct-authority', 'DIRECT_AUTHORITY', { unit: null, position: POSITION.deputy }, '31', twice(DIRECT)),
];
