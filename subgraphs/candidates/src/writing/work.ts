import type { PersonKey } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';

/** A candidate whose row is locked until the transaction ends: nobody else changes anything of them meanwhile. */
export interface LockedCandidate {
  readonly id: string;
  readonly key: PersonKey;
  /** A keyed digest of the subject of their tokens, by which others know their own; null: nobody's tokens are known. */
  readonly holder: string | null;
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

/** Takes in what the clock and the institutions have done to the applications of a candidate since they were last seen. */
export interface Settling {
  settle(work: Omit<Work, 'by'>): Promise<void>;
}

export const candidateActor = (candidateId: string): string => `candidate:${candidateId}`;
