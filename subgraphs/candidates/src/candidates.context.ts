import type { Actor, Allowance } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { CandidatesServices } from './candidates.services.ts';

/** What resolvers reach, per request. The instant is the same for the whole request. */
export interface CandidatesContext {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly allowance: Allowance;
  readonly services: CandidatesServices;
}
