import {
  dated,
  type InstitutionEntry,
  localDay,
  parseId,
  type SubjectKind,
  type SubjectStates,
  type TypedKind,
  typeNameOf,
  undated,
} from '@mandate-graph/domain';
import { type Actor, type Allowance, badInput, problem } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { SubjectLoaders } from './subject/subject.loaders.ts';
import type { Moment, Row } from './subject/subject.reads.ts';
import type { WriteService } from './writing/write.service.ts';

/** What resolvers of an institution reach, per request. The instant is the same for the whole request. */
export interface InstitutionContext {
  readonly actor: Actor;
  readonly entry: InstitutionEntry;
  readonly now: Temporal.Instant;
  readonly loaders: SubjectLoaders;
  readonly writes: WriteService;
  readonly allowance: Allowance;
}

/**
 * A subject as resolvers see it: its state, with who and when it is. `asOf` is the day of a dated reference, which
 * everything reached from it inherits; null means today.
 */
export type View<K extends SubjectKind> = SubjectStates[K] & {
  readonly __typename: string;
  readonly id: string;
  readonly subjectId: string;
  readonly asOf: string | null;
  readonly validity: ReturnType<typeof validityOf>;
};

/** The subject and the day a (possibly dated) reference means. */
export function momentOf(context: InstitutionContext, id: string): (Moment & { asOf: string | null }) | null {
  const parsed = parseId(id);
  if (parsed === null || parsed.institution !== context.entry.code) return null;
  return { id: undated(id), day: parsed.asOf ?? today(context), asOf: parsed.asOf };
}

export const today = (context: InstitutionContext): string => localDay(context.now).toString();

/** The day to read on: the argument's, or else that of the reference, or else today. */
export const dayFor = (
  context: InstitutionContext,
  view: { readonly asOf: string | null },
  asOf: string | null | undefined,
): { day: string; asOf: string | null } => {
  const chosen = asOf ?? view.asOf;
  return { day: chosen ?? today(context), asOf: chosen };
};

/** A row of a typed kind as its GraphQL object; its id is dated when the read was. */
export function view<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  row: Row<K>,
  asOf: string | null,
): View<K> {
  return {
    ...(row.state as SubjectStates[K]),
    __typename: typeNameOf(context.entry, kind),
    id: dated(row.id, asOf),
    subjectId: row.id,
    asOf,
    validity: validityOf(row),
  };
}

export const validityOf = (row: Omit<Row, 'state' | 'id'>) => ({
  from: row.validFrom,
  to: row.validTo,
  recordedAt: row.recordedAt.toISOString(),
  version: row.version,
});

/** Refuses a depth out of bounds with field, value and rule. */
export function boundedDepth(depth: number, max: number): number {
  if (Number.isInteger(depth) && depth >= 1 && depth <= max) return depth;
  throw badInput([problem('depth', 'OUT_OF_RANGE', depth, `depth must be from 1 to ${max}, but got: ${depth}.`)]);
}
