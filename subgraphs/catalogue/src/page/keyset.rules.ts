import { type Problem, parseId } from '@mandate-graph/domain';

/** True for text the database can hold. */
export const isText = (text: string): boolean => !text.includes('\0');

export const isDecimal = (text: string): boolean => /^-?\d{1,30}(\.\d{1,20})?$/.test(text);

/** A cursor is anybody's to write: its key must be one that the order can have, and its id one that exists in form. */
export function keyProblems(
  path: 'after' | 'before',
  key: readonly (string | number | null)[] | null,
  cursor: string | null | undefined,
  isKey: (text: string) => boolean,
): Problem[] {
  if (key === null) return [];
  const [value, id] = key;
  if (typeof value === 'string' && isKey(value) && typeof id === 'string' && parseId(id) !== null) return [];
  const shown = (cursor ?? '').slice(0, 100);
  const rule = `${path} must be a cursor that this list gave in the same order, but got: ${shown}.`;
  return [{ path, code: 'INVALID_CURSOR', value: shown, rule }];
}
