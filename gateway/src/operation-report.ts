import type { executeQueryPlan } from '@apollo/gateway';

/** One request to a subgraph, made for an operation. */
export interface SubgraphRequest {
  readonly subgraph: string;
  /** SQL statements the subgraph says it took; 0 when it gave no usable answer. */
  readonly statements: number;
  readonly ms: number;
}

/** What an operation cost. */
export interface OperationReport {
  readonly operationName: string | null;
  readonly requests: readonly SubgraphRequest[];
  /** Fetches that wait for one another in the query plan: 0 when no subgraph is needed. */
  readonly levels: number;
}

/** What happens in an operation, as it happens. */
export class OperationRecord {
  readonly requests: SubgraphRequest[] = [];
  levels = 0;
  /** Some subgraph was asked for an entity that it no longer shows. */
  entityMissing = false;
  readonly #began = performance.now();

  get ms(): number {
    return Math.round(performance.now() - this.#began);
  }

  get statements(): number {
    return this.requests.reduce((sum, request) => sum + request.statements, 0);
  }
}

type PlanNode = NonNullable<Parameters<typeof executeQueryPlan>[0]['node']>;

/** How many fetches wait for one another in a plan; of the branches of a condition, the deeper one counts. */
export function levelsOf(node: PlanNode | undefined): number {
  switch (node?.kind) {
    case undefined:
      return 0;
    case 'Sequence':
      return node.nodes.reduce((sum, child) => sum + levelsOf(child), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(levelsOf));
    case 'Flatten':
      return levelsOf(node.node);
    case 'Condition':
      return Math.max(levelsOf(node.ifClause), levelsOf(node.elseClause));
    case 'Fetch':
      return 1;
    default:
      // Deferred parts and subscriptions: the gateway refuses to run them.
      return 0;
  }
}

/** More entries than this make a header that proxies may refuse. */
const MAX_TIMINGS = 40;

/** `catalogue;dur=12.3;desc="2 statements"`, one entry per request to a subgraph, in the order of their ends. */
export const serverTiming = (requests: readonly SubgraphRequest[]): string =>
  requests
    .slice(0, MAX_TIMINGS)
    .map(({ subgraph, ms, statements }) => {
      const count = `${statements} ${statements === 1 ? 'statement' : 'statements'}`;
      return `${subgraph};dur=${ms.toFixed(1)};desc="${count}"`;
    })
    .join(', ');
