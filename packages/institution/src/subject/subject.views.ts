import { parseId, type TypedKind } from '@mandate-graph/domain';
import { dayFor, type InstitutionContext, type View, view } from '../institution.context.ts';
import type { Relation, RowOf } from './subject.reads.ts';

/** The view of the subject a reference points at, on the day of whoever refers to it; null when it is not valid then. */
export async function refer<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  id: string | null,
  asOf: string | null,
): Promise<View<K> | null> {
  if (id === null) return null;
  const { day } = dayFor(context, { asOf }, null);
  const row = await context.loaders.one(kind, { id, day });
  return row === null || !context.allowance.admit(1) ? null : view(context, kind, row as never, asOf);
}

/** Several references, in their order; those not valid on the day are left out. */
export async function referAll<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  ids: readonly string[],
  asOf: string | null,
): Promise<View<K>[]> {
  const views = await Promise.all(ids.map((id) => refer(context, kind, id, asOf)));
  return views.filter((one) => one !== null);
}

/** A unit, position or body, whichever the id says. */
export async function party(context: InstitutionContext, id: string | null, asOf: string | null) {
  const kind = id === null ? undefined : parseId(id)?.kind;
  if (kind === 'unit' || kind === 'position' || kind === 'body') return refer(context, kind, id, asOf);
  return null;
}

export async function parties(context: InstitutionContext, ids: readonly string[], asOf: string | null) {
  const found = await Promise.all(ids.map((id) => party(context, id, asOf)));
  return found.filter((one) => one !== null);
}

/** The views of all subjects that belong to another one, such as the positions of a unit. */
export async function related<K extends TypedKind, R extends Relation>(
  context: InstitutionContext,
  kind: K,
  relation: R & (RowOf<R> extends RowOf<K> ? R : never),
  of: { readonly subjectId: string; readonly asOf: string | null },
  asOf?: string | null,
): Promise<View<K>[]> {
  const on = dayFor(context, of, asOf);
  const rows = await context.loaders.related(relation, { id: of.subjectId, day: on.day });
  if (!context.allowance.admit(rows.length)) return [];
  return rows.map((row) => view(context, kind, row as never, on.asOf));
}
