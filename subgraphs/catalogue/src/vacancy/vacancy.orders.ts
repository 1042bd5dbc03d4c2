import { isLocalDate } from '@mandate-graph/domain';
import { isDecimal, isText } from '../page/keyset.rules.ts';
import type { CursorForm, KeysetOrder } from '../page/keyset.statement.ts';
import type { SearchStatement } from '../search/search.statement.ts';
import type { VacancyOrderName } from './vacancy.filter.rules.ts';

type Order = Omit<KeysetOrder, 'name' | 'expression'> & {
  readonly expression: string | ((search: SearchStatement | null) => string);
};

const closing = { expression: 'v.closing_date', type: 'date', isKey: isLocalDate } as const;

const ORDERS: Readonly<Record<VacancyOrderName, Order>> = {
  CLOSING_DATE: { ...closing, descending: false },
  CLOSING_DATE_DESC: { ...closing, descending: true },
  TITLE: { expression: 'v.sort_title', type: 'text', descending: false, isKey: isText },
  PAY_DESC: {
    expression: "coalesce(v.gross_annual_salary, '-infinity'::numeric)",
    type: 'numeric',
    descending: true,
    isKey: (text) => text === '-Infinity' || isDecimal(text),
  },
  RELEVANCE: {
    expression: (search) => search!.relevance('v'),
    type: 'float8',
    descending: true,
    isKey: (text) => /^\d(\.\d{1,20})?(e-\d{1,2})?$/.test(text),
  },
};

/** The cursors that a list in this order gives. */
export const vacancyCursors = (name: VacancyOrderName): CursorForm => ({ name, isKey: ORDERS[name].isKey });

/** The order of a list by its name. Whoever asks for RELEVANCE has a search, or was refused. */
export function vacancyOrder(name: VacancyOrderName, search: SearchStatement | null): KeysetOrder {
  const { expression, ...order } = ORDERS[name];
  return { ...order, name, expression: typeof expression === 'string' ? expression : expression(search) };
}
