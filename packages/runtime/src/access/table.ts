import type { AccessRuleName } from './rules.ts';

/**
 * The rule of every field of a subgraph: by type, and there by rule, the names of the fields with white space between.
 * A field stands in it once; what implements an interface has the rules of the interface. A schema with a field that
 * does not stand in it, or with one that does but is not there, cannot be built.
 */
export type AccessTable = Readonly<Record<string, TypeAccess>>;
type TypeAccess = Readonly<Partial<Record<AccessRuleName, string>>>;

/** One table of several, so that each noun can bring its own: what they say of the same type is put together. */
export function mergeAccess(...tables: readonly AccessTable[]): AccessTable {
  const merged: Record<string, Partial<Record<AccessRuleName, string>>> = {};
  for (const [type, rules] of tables.flatMap((table) => Object.entries(table))) {
    merged[type] ??= {};
    const all = merged[type];
    for (const [rule, fields] of Object.entries(rules) as [AccessRuleName, string][]) {
      all[rule] = all[rule] === undefined ? fields : `${all[rule]} ${fields}`;
    }
  }
  return merged;
}
