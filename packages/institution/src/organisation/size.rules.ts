import type { BudgetState, HeadcountState } from '@mandate-graph/domain';
import Big from 'big.js';

type Identified<S> = S & { readonly id: string };
type Budgets = readonly Identified<Pick<BudgetState, 'kind' | 'amount' | 'unit'>>[];
type Headcounts = readonly Identified<Pick<HeadcountState, 'kind' | 'unitOfMeasure' | 'value' | 'unit'>>[];

export interface Derived {
  readonly value: string;
  readonly rule: string;
  readonly inputs: readonly string[];
}

/** Two decimals, half away from zero, as amounts of money are rounded. */
const money = (value: Big): string => value.round(2, Big.roundHalfUp).toFixed(2);

/** The sum of one kind of budget over units; null when any of them states none, or several. */
export function totalBudget(budgets: Budgets, kind: BudgetState['kind'], units: readonly string[]): Derived | null {
  const parts = units.map((unit) => only(budgets.filter((budget) => budget.kind === kind && budget.unit === unit)));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return null;
  const found = parts as Budgets;
  const sum = found.reduce((total, part) => total.plus(part.amount.amount), new Big(0));
  return { value: money(sum), rule: 'SUM_OVER_UNITS', inputs: found.map((part) => part.id) };
}

/** The sum of persons over units; null when any of them states none, or several. */
export function totalHeadcount(headcounts: Headcounts, units: readonly string[]): Derived | null {
  const parts = units.map((unit) => staffOf(headcounts, unit));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return null;
  const found = parts as Headcounts;
  const sum = found.reduce((total, part) => total.plus(part.value), new Big(0));
  return { value: sum.toString(), rule: 'SUM_OVER_UNITS', inputs: found.map((part) => part.id) };
}

/** Operating budget per person of a unit; null when either is missing or nobody works there. */
export function budgetPerHead(budgets: Budgets, headcounts: Headcounts, unit: string): Derived | null {
  const budget = only(budgets.filter((one) => one.kind === 'OPERATING' && one.unit === unit));
  const staff = staffOf(headcounts, unit);
  if (budget === undefined || staff === undefined || new Big(staff.value).eq(0)) return null;
  const value = new Big(budget.amount.amount).div(staff.value);
  return { value: money(value), rule: 'OPERATING_BUDGET_OVER_HEADCOUNT', inputs: [budget.id, staff.id] };
}

/** Managed over operating budget in percent; null when either is missing. */
export function managedShare(managed: Derived | null, operating: Derived | null): Derived | null {
  if (managed === null || operating === null || new Big(operating.value).eq(0)) return null;
  const value = new Big(managed.value).times(100).div(operating.value).round(2, Big.roundHalfUp).toString();
  return { value, rule: 'MANAGED_OVER_OPERATING', inputs: [...managed.inputs, ...operating.inputs] };
}

const staffOf = (headcounts: Headcounts, unit: string) =>
  only(headcounts.filter((one) => one.kind === 'STAFF' && one.unitOfMeasure === 'PERSONS' && one.unit === unit));

/** Of several years or days none is the one: a total over a choice of ours would be a guess. */
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
