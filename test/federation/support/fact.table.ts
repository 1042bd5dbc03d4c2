/** Lines of a notice: one line, or the first and the last of several. */
export type Lines = number | readonly [first: number, last: number];

/** What the graph must say of where a value comes from. */
export interface Sourced {
  readonly status: 'STATED' | 'DERIVED' | 'NOT_STATED';
  readonly copies: readonly { readonly first: number; readonly last: number }[];
  readonly rule: string | null;
}

/**
 * One fact of a notice, as read from it by hand: its id in the list of facts, the path into the answer (subject, then
 * field path), the value, where it comes from, and the path to ask the provenance of where that is not the field path.
 */
export type Fact = readonly [id: string, path: string, value: unknown, source?: Sourced, sourcePath?: string];

/** Printed in these lines; a page that prints a value twice has two copies. */
export const stated = (...lines: readonly Lines[]): Sourced => source('STATED', null, lines);

/** Not printed: computed or interpreted by a rule. */
export const derived = (rule: string, ...lines: readonly Lines[]): Sourced => source('DERIVED', rule, lines);

/** The notice is silent; lines are those of a label without a value. */
export const silent = (...lines: readonly Lines[]): Sourced => source('NOT_STATED', null, lines);

/** A list with this many items. */
export class Count {
  constructor(readonly items: number) {}
  toString(): string {
    return `${this.items} items`;
  }
}
export const count = (items: number): Count => new Count(items);

/** Facts of one group: the id is the group's prefix and each row's own part. */
export const factsOf = (prefix: string, rows: readonly Fact[]): readonly Fact[] =>
  rows.map(([id, ...rest]) => [`${prefix}${id}`, ...rest] as Fact);

function source(status: Sourced['status'], rule: string | null, lines: readonly Lines[]): Sourced {
  const copies = lines.map((line) => (typeof line === 'number' ? [line, line] : line));
  return { status, copies: copies.map(([first, last]) => ({ first: first!, last: last! })), rule };
}
