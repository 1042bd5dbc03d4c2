import type { Problem } from '@mandate-graph/domain';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page to read, from either end of the order. */
export interface PageRequest {
  readonly size: number;
  readonly backwards: boolean;
  /** The key to read beyond (in reading direction); null: from the end one starts at. */
  readonly beyond: Key | null;
  /** The key not to go past; null: none. */
  readonly until: Key | null;
}

/** The values of the order's columns and the id, of one row; null sorts last. */
export type Key = readonly (string | number | null)[];

export const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;
const MAX_CURSOR = 1_000;

/** A cursor is the order it belongs to and the key of its row: it stays valid whatever is added or removed. */
export const encodeCursor = (order: string, key: Key): string =>
  Buffer.from(JSON.stringify([order, ...key])).toString('base64url');

/** The key of a cursor of this order; null for anything else. */
export function decodeCursor(order: string, keyLength: number, cursor: string): Key | null {
  if (cursor.length > MAX_CURSOR || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parsed) || parsed.length !== keyLength + 1 || parsed[0] !== order) return null;
  const key = parsed.slice(1);
  if (!key.every((value) => value === null || typeof value === 'string' || Number.isFinite(value))) return null;
  return encodeCursor(order, key) === cursor ? key : null;
}

/** Reads Relay's page arguments, with every problem at once. */
export function pageRequest(args: PageArguments, order: string, keyLength: number): PageRequest | Problem[] {
  const problems: Problem[] = [];
  const size = (name: 'first' | 'last'): number | null => {
    const value = args[name];
    if (value === null || value === undefined) return null;
    if (!Number.isInteger(value) || value < 1 || value > MAX_PAGE) {
      problems.push({
        path: name,
        code: 'OUT_OF_RANGE',
        value: String(value),
        rule: `${name} must be from 1 to ${MAX_PAGE}, but got: ${value}.`,
      });
    }
    return value;
  };
  const key = (name: 'after' | 'before'): Key | null => {
    const value = args[name];
    if (value === null || value === undefined) return null;
    const decoded = decodeCursor(order, keyLength, value);
    if (decoded === null) {
      problems.push({
        path: name,
        code: 'INVALID_CURSOR',
        value: value.slice(0, 100),
        rule: `${name} must be a cursor that this list gave in the same order, but got: ${value.slice(0, 100)}.`,
      });
    }
    return decoded;
  };
  const first = size('first');
  const last = size('last');
  if (first !== null && last !== null) {
    problems.push({
      path: 'last',
      code: 'CONFLICT',
      value: String(last),
      rule: `first and last must not be given together, but got: first ${first} and last ${last}.`,
    });
  }
  const after = key('after');
  const before = key('before');
  if (problems.length > 0) return problems;
  const backwards = last !== null;
  return {
    size: last ?? first ?? DEFAULT_PAGE,
    backwards,
    beyond: backwards ? before : after,
    until: backwards ? after : before,
  };
}
