import type { Actor } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { SelectionServices } from './selection.services.ts';

/** What resolvers reach, per request. The instant is the same for the whole request. */
export interface SelectionContext {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly services: SelectionServices;
}
