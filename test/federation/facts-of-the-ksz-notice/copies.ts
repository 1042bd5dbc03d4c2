import { type Lines, type Sourced, stated } from '../support/fact.table.ts';

/** The page prints its lines 13 to 124 again as lines 136 to 247. */
const OFFSET = 123;

const again = (line: Lines): Lines => (typeof line === 'number' ? line + OFFSET : [line[0] + OFFSET, line[1] + OFFSET]);

/** Each of these lines and its second copy. */
export const copiesOf = (...lines: readonly Lines[]): readonly Lines[] => lines.flatMap((line) => [line, again(line)]);

/** Stated in lines that the page prints twice: one set of facts with two sources. */
export const twice = (...lines: readonly Lines[]): Sourced => stated(...copiesOf(...lines));
