import {
  addressed,
  type InstitutionEntry,
  localDay,
  type PositionState,
  parseId,
  type Reading,
  type SubjectKind,
  type SubjectStates,
  subjectIdOf,
  type TypedKind,
  typeNameOf,
} from '@mandate-graph/domain';
import { type Actor, type Allowance, badInput, problem } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { HistoryService } from './history/history.service.ts';
import type { SubjectLoaders } from './subject/subject.loaders.ts';
import type { Moment, Row } from './subject/subject.reads.ts';
import type { DraftService } from './vacancy/draft.service.ts';
import type { WriteService } from './writing/write.service.ts';

/** What resolvers of an institution reach, per request. The instant is the same for the whole request. */
export interface InstitutionContext {
  readonly actor: Actor;
  readonly entry: InstitutionEntry;
  readonly now: Temporal.Instant;
  readonly loaders: SubjectLoaders;
  readonly history: HistoryService;
  readonly drafts: DraftService;
  readonly writes: WriteService;
  readonly allowance: Allowance;
}

/** Whatever was reached by a reference: the subject, and how it is read. */
export interface Reached {
  readonly subjectId: string;
  readonly reading: Reading;
}

/**
 * A subject as resolvers see it: its state, with who and when it is. The reading is that of the reference it was reached
 * by, and everything reached from it inherits it.
 */
export type View<K extends SubjectKind> = SubjectStates[K] & {
  readonly __typename: string;
  readonly id: string;
  readonly subjectId: string;
  readonly reading: Reading;
  readonly validity: ReturnType<typeof validityOf>;
};

/** What a reference means; null when it is none to this institution. */
export function reachedBy(context: InstitutionContext, id: string): Reached | null {
  const parsed = parseId(id);
  if (parsed === null || parsed.institution !== context.entry.code) return null;
  return { subjectId: subjectIdOf(id), reading: { asOf: parsed.asOf, knownAt: parsed.knownAt } };
}

export const today = (context: InstitutionContext): string => localDay(context.now).toString();

/** The reading on the day that an argument gives, if it does. */
export const onDay = (reading: Reading, asOf: string | null | undefined): Reading =>
  asOf == null ? reading : { ...reading, asOf };

/** The subject of an id as a reading means it: without a day, today. */
export const momentOf = (context: InstitutionContext, subjectId: string, { asOf, knownAt }: Reading): Moment => ({
  id: subjectId,
  day: asOf ?? today(context),
  knownAt,
});

/** A row of a typed kind as its GraphQL object; its id says how it was read. */
export function view<K extends TypedKind>(
  context: InstitutionContext,
  kind: K,
  row: Row<K>,
  reading: Reading,
): View<K> {
  return {
    ...(row.state as SubjectStates[K]),
    // All parties have a name: that of a post is its title.
    ...(kind === 'position' && { name: (row.state as PositionState).title }),
    __typename: typeNameOf(context.entry, kind),
    id: addressed(row.id, reading),
    subjectId: row.id,
    reading,
    validity: validityOf(row),
  };
}

export const validityOf = (row: Pick<Row, 'validFrom' | 'validTo' | 'recordedAt' | 'version'>) => ({
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
