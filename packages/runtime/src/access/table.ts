import type { AccessRuleName } from './rules.ts';

/**
 * The rule of every field of a subgraph: by type, and there by rule, the names of the fields with spaces between. A
 * field stands in it once; a schema with a field that does not stand in it, or with one that does but is not there,
 * cannot be built.
 */
export type AccessTable = Readonly<Record<string, Readonly<Partial<Record<AccessRuleName, string>>>>>;
