import { encodeCursor, type Key, type PageRequest } from '@mandate-graph/persistence';
import type { Parameters } from './parameters.ts';

/** The cursors of an order: its name, and the texts that may be keys of it. */
export interface CursorForm {
  readonly name: string;
  isKey(text: string): boolean;
}

/** An order of rows: by an expression that is never null, then by id in the same direction. */
export interface KeysetOrder extends CursorForm {
  readonly expression: string;
  /** PostgreSQL type of the expression; keys travel as its text. */
  readonly type: string;
  readonly descending: boolean;
}

export interface RowSet {
  /** What stands after FROM. */
  readonly from: string;
  readonly where: string;
  /** Columns that make a row, one of which is `id`. */
  readonly columns: string;
  readonly id: string;
}

/**
 * One statement that reads a page from either end, and whether there are rows on its other side. One row more than
 * asked for shows whether there are more; `behind` and `beyond` look past the cursors that bound the page. The caller
 * joins `page` to `flags` from the left, so that a page without rows still gives one, with a null id, for their sake.
 */
export function keysetStatement(
  rows: RowSet,
  order: KeysetOrder,
  request: PageRequest,
  parameters: Parameters,
): { readonly page: string; readonly flags: string; readonly ordering: string } {
  const row = `(${order.expression}, ${rows.id})`;
  const key = (values: Key): string =>
    `(${parameters.add(values[0], 'text')}::${order.type}, ${parameters.add(values[1], 'text')})`;
  const ascending = order.descending === request.backwards;
  const [past, before] = ascending ? ['>', '<'] : ['<', '>'];
  const bounds = [
    ...(request.beyond === null ? [] : [`${row} ${past} ${key(request.beyond)}`]),
    ...(request.until === null ? [] : [`${row} ${before} ${key(request.until)}`]),
  ];
  const direction = ascending ? 'ASC' : 'DESC';
  const exists = (values: Key | null, side: string): string =>
    values === null
      ? 'false'
      : `EXISTS (SELECT FROM ${rows.from} WHERE ${rows.where} AND ${row} ${side}= ${key(values)})`;
  return {
    page: `SELECT ${rows.columns}, ${order.expression} AS key FROM ${rows.from}
      WHERE ${[rows.where, ...bounds].join(' AND ')}
      ORDER BY ${order.expression} ${direction}, ${rows.id} ${direction} LIMIT ${request.size + 1}`,
    flags: `SELECT ${exists(request.beyond, before)} AS behind, ${exists(request.until, past)} AS beyond`,
    ordering: `page.key ${direction}, page.id ${direction}`,
  };
}

export interface KeysetRow {
  readonly id: string | null;
  readonly key: string;
  readonly behind: boolean;
  readonly beyond: boolean;
}

export interface Page<R> {
  readonly rows: readonly (R & { readonly id: string; readonly cursor: string })[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** The page that the rows of such a statement make, in the order of the list whichever way it was read. */
export function pageOf<R extends KeysetRow>(found: readonly R[], order: KeysetOrder, request: PageRequest): Page<R> {
  const real = found.filter((row): row is R & { id: string } => row.id !== null);
  const rows = real
    .slice(0, request.size)
    .map((row) => ({ ...row, cursor: encodeCursor(order.name, [row.key, row.id]) }));
  const behind = found[0]?.behind ?? false;
  const ahead = real.length > request.size || (found[0]?.beyond ?? false);
  return request.backwards
    ? { rows: rows.reverse(), hasPreviousPage: ahead, hasNextPage: behind }
    : { rows, hasPreviousPage: behind, hasNextPage: ahead };
}
