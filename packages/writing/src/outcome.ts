import { NOT_YET, type Problem } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';

/** What every mutation of a person, or about one, gives. */
export interface WriteInput {
  readonly idempotencyKey: string;
}

/** What an act comes to: an answer of ids and instants only, which is kept; or everything that speaks against it. */
export type Outcome<A> =
  | { readonly answer: A; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly answer?: never };

export type WriteResult<A> =
  | { readonly outcome: 'done'; readonly answer: A }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'conflict'; readonly id: string; readonly given: number; readonly current: number };

/**
 * A change must be made on the version that stands. Whatever else speaks against it is told first, since whoever is late
 * or not allowed is not helped by a newer version: an act asks this once it has no problems.
 */
export function requireVersion(id: string, given: number | null | undefined, standing: number): void {
  if ((given ?? NOT_YET) !== standing) throw new VersionConflict(id, given ?? NOT_YET, standing);
}
