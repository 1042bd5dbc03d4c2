import type { Actor } from '@mandate-graph/runtime';
import type { OperationCost } from './operation-report.ts';

/** What goes with an operation through the gateway. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly cost: OperationCost;
}
