/** Every string anywhere in an answer. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Every object anywhere in an answer that has all of these keys, with its path. */
export function objectsWith(
  keys: readonly string[],
  value: unknown,
  path = '',
): readonly { readonly path: string; readonly object: Readonly<Record<string, unknown>> }[] {
  if (value === null || typeof value !== 'object') return [];
  const own = !Array.isArray(value) && keys.every((key) => Object.hasOwn(value, key));
  return [
    ...(own ? [{ path, object: value as Record<string, unknown> }] : []),
    ...Object.entries(value).flatMap(([key, inner]) => objectsWith(keys, inner, `${path}.${key}`)),
  ];
}
