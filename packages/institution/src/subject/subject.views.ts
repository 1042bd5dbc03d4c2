import { parseId, type Reading, type TypedKind } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { type InstitutionContext, momentOf, onDay, type Reached, type View, view } from '../institution.context.ts';
import type { Relation, RowOf } from './subject.reads.ts';

/** The view of the subject a reference points at, read as whoever refers to it; null when it is not valid then. */
export async function refer<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  id: string | null,
  reading: Reading,
): Promise<View<K> | null> {
  if (id === null) return null;
  const row = await context.loaders.one(kind, momentOf(context, id, reading));
  return row === null || !context.allowance.admit(1) ? null : view(context, kind, row as never, reading);
}

/** Several references, in their order; those not valid on the day are left out. */
export async function referAll<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  ids: readonly string[],
  reading: Reading,
): Promise<View<K>[]> {
  const views = await Promise.all(ids.map((id) => refer(context, kind, id, reading)));
  return views.filter((one) => one !== null);
}

/**
 * What a notice names, as it is on the day or, when it is gone by then, as it was on its last day: a notice goes on
 * naming what it named.
 */
export async function named<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  id: string | null,
  reading: Reading,
): Promise<View<K> | null> {
  if (id === null) return null;
  const moment = momentOf(context, id, reading);
  const row = await context.loaders.last(kind, moment);
  if (row === null || !context.allowance.admit(1)) return null;
  const isGone = row.validTo !== null && row.validTo <= moment.day;
  return view(context, kind, row, isGone ? onDay(reading, dayBefore(row.validTo)) : reading);
}

/** The same of several, in their order. */
export async function allNamed<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  ids: readonly string[],
  reading: Reading,
): Promise<View<K>[]> {
  const views = await Promise.all(ids.map((id) => named(context, kind, id, reading)));
  return views.filter((one) => one !== null);
}

/** The same of a unit, position or body, whichever the id says. */
export async function namedParty(context: InstitutionContext, id: string | null, reading: Reading) {
  const kind = partyKind(id);
  return kind === null ? null : named(context, kind, id, reading);
}

/** A unit, position or body, whichever the id says. */
export async function party(context: InstitutionContext, id: string | null, reading: Reading) {
  const kind = partyKind(id);
  return kind === null ? null : refer(context, kind, id, reading);
}

export async function parties(context: InstitutionContext, ids: readonly string[], reading: Reading) {
  const found = await Promise.all(ids.map((id) => party(context, id, reading)));
  return found.filter((one) => one !== null);
}

/** The views of all subjects that belong to another one, such as the positions of a unit. */
export async function related<K extends TypedKind, R extends Relation>(
  context: InstitutionContext,
  kind: K,
  relation: R & (RowOf<R> extends RowOf<K> ? R : never),
  of: Reached,
  asOf?: string | null,
): Promise<View<K>[]> {
  const reading = onDay(of.reading, asOf);
  const rows = await context.loaders.related(relation, momentOf(context, of.subjectId, reading));
  if (!context.allowance.admit(rows.length)) return [];
  return rows.map((row) => view(context, kind, row as never, reading));
}

function partyKind(id: string | null): 'unit' | 'position' | 'body' | null {
  const kind = id === null ? undefined : parseId(id)?.kind;
  return kind === 'unit' || kind === 'position' || kind === 'body' ? kind : null;
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
