import { ApolloGateway } from '@apollo/gateway';
import { CalendarDuration, Decimal, Instant, LIMITS, LocalDate, type Logger } from '@mandate-graph/runtime';
import { type GraphQLSchema, isScalarType } from 'graphql';
import type { GatewayContext } from './gateway.context.ts';
import { levelsOf } from './operation-report.ts';
import type { SubgraphDataSource } from './subgraph-data-source.ts';

/** Query plans kept, by their size as JSON; the least recently used go first. */
const PLAN_CACHE_MIB = 16;

/** The planner and executor over the committed supergraph: it asks no registry, polls nothing and reports nothing. */
export function openSupergraph(
  supergraphSdl: string,
  log: Logger,
  dataSource: (name: string, url: string) => SubgraphDataSource,
): ApolloGateway {
  // Without this the gateway sends measurements to its maker, and at start asks the cloud it may run in for its name.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) => dataSource(name, url ?? ''),
    logger: { debug: () => {}, info: () => {}, warn: log.warn.bind(log), error: log.error.bind(log) },
    __exposeQueryPlanExperimental: false,
    // Composition has validated it, and the check compares the committed file with a fresh one.
    validateSupergraph: false,
    // Where several subgraphs have a field, the ways to it multiply: neither may they go on without end.
    queryPlannerConfig: { debug: { pathsLimit: LIMITS.plans.bound, maxEvaluatedPlans: LIMITS.plans.bound } },
    experimental_approximateQueryPlanStoreMiB: PLAN_CACHE_MIB,
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
      const { node } = queryPlan;
      (requestContext.context as GatewayContext).record.levels = node?.kind === 'Subscription' ? 0 : levelsOf(node);
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => readScalars(apiSchema));
  return gateway;
}

const SCALARS = [LocalDate, Instant, Decimal, CalendarDuration];

/**
 * The supergraph knows scalars by name only. With their rules the gateway itself refuses a malformed value: once, where
 * the client wrote it, instead of once per subgraph that the value would have gone to.
 */
function readScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of SCALARS) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}
