import type { Holder } from './holders.ts';

/** A row of the matrix: who may have a field, by column. */
export interface Row {
  readonly section: string;
  readonly type: string;
  readonly field: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** Every field of the matrix that is not for everyone, as the page says it. */
export function readMatrix(page: string): Row[] {
  return page.split(/^## /m).flatMap((part) => {
    const lines = part.split('\n');
    const section = lines[0]!;
    const header = lines.find((line) => line.startsWith('| field | rule |'));
    if (header === undefined) return [];
    const headings = cellsOf(header);
    return lines
      .map((line) => ({ line, name: /^\| `(\w+|<Prefix>\w+)\.(\S+)` \|/.exec(line) }))
      .filter(({ name }) => name !== null)
      .map(({ line, name }) => {
        const cells = cellsOf(line);
        return {
          section,
          type: name![1]!,
          field: name![2]!,
          cells: new Map(headings.map((heading, at) => [heading, cells[at]!])),
        };
      });
  });
}

const ROOTS = ['Query', 'Mutation'];

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Whether the page lets somebody have the field. */
export function letsHave(
  { section, type, cells }: Row,
  { column, own, scopes }: Pick<Holder, 'column' | 'own' | 'scopes'>,
): boolean {
  const conditions = (cells.get(column) ?? '–').split(', ');
  return conditions.every((condition) => {
    if (condition === 'yes') return true;
    if (condition === '–') return false;
    // At the root of a subgraph that is not an institution's it is not known yet whose it is: what is named there decides.
    if (condition.startsWith('own ')) return own || (ROOTS.includes(type) && section !== 'Each institution');
    const scope = /^`(.+)`$/.exec(condition)?.[1];
    if (scope === undefined) throw new Error(`The matrix has a condition that this test does not know: ${condition}.`);
    return scopes.includes(scope);
  });
}
