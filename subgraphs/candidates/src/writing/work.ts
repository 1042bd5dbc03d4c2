import type { Problem } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { PersonKey } from '../person/sealing.ts';
import { NOT_YET } from './version.rules.ts';

/** A candidate whose row is locked until the transaction ends: nobody else changes anything of them meanwhile. */
export interface LockedCandidate {
  readonly id: string;
  readonly key: PersonKey;
}

/** What an act works with, in its transaction. */
export interface Work {
  readonly manager: EntityManager;
  readonly candidate: LockedCandidate;
  /** The instant at which the request arrived, which decides. */
  readonly now: Temporal.Instant;
  /** Who acts, as trails keep it: `candidate:<id>`, the subject of a recruiter, or `rule:<name>`. */
  readonly by: string;
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

/** Takes in what the clock and the institutions have done to the applications of a candidate since they were last seen. */
export interface Settling {
  settle(work: Omit<Work, 'by'>): Promise<void>;
}

/** What every mutation of a candidate, or of an institution about one, gives. */
export interface WriteInput {
  readonly idempotencyKey: string;
}

export const candidateActor = (candidateId: string): string => `candidate:${candidateId}`;
