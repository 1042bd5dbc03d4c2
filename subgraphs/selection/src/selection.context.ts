import type { Actor } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { ProcedureLoaders } from './procedure/procedure.loaders.ts';
import type { ProcedureService } from './procedure/procedure.service.ts';

/** What resolvers reach, per request. The instant is the same for the whole request. */
export interface SelectionContext {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly services: { readonly procedures: ProcedureService };
  readonly loaders: { readonly procedures: ProcedureLoaders };
}
