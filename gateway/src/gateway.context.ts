import type { Actor } from '@mandate-graph/runtime';
import type { Balance } from './limits/budget.ts';
import type { Caller } from './limits/caller.ts';
import type { OperationRecord } from './operation-report.ts';

/** What goes with an operation through the gateway. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly caller: Caller;
  /** What the caller had left when the request was let in. */
  readonly balance: Balance;
  readonly requestId: string;
  /** When the request came, before it waited for anything; in ISO 8601. */
  readonly arrivedAt: string;
  readonly record: OperationRecord;
}
