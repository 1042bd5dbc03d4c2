import type { Actor } from '@mandate-graph/runtime';
import type { OperationRecord } from './operation-report.ts';

/** What goes with an operation through the gateway. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly record: OperationRecord;
}
