import type { Actor } from '@mandate-graph/runtime';
import type { Caller } from './limits/caller.ts';
import type { OperationRecord } from './operation-report.ts';

/** What goes with an operation through the gateway. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly caller: Caller;
  readonly requestId: string;
  readonly record: OperationRecord;
}
