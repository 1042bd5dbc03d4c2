import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of a list of words: the value of each name is the name itself. */
export function graphEnum<const T extends string>(
  name: string,
  values: readonly T[],
  description: string,
): { readonly [K in T]: K } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
  registerEnumType(object, { name, description });
  return object;
}
