import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { Logger } from '@mandate-graph/runtime';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { settleAnswer } from './answer.rules.ts';
import type { GatewayContext } from './gateway.context.ts';
import { type OperationReport, serverTiming } from './operation-report.ts';

export interface OperationPluginOptions {
  readonly log: Logger;
  /** Masks an error that clients may not read, and logs it under an id. */
  readonly mask: (error: GraphQLFormattedError) => GraphQLFormattedError;
  /** Whether answers tell in a header what each subgraph did for them. */
  readonly showTiming: boolean;
  readonly onOperation: (report: OperationReport) => void;
}

const MAX_NAME = 100;

/** Last hand on each answer: what may not leave is taken out, and one line of log says what the operation cost. */
export function operationPlugin(options: OperationPluginOptions): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return { willSendResponse: async (context) => finish(context, options) };
    },
  };
}

function finish(
  context: GraphQLRequestContextWillSendResponse<GatewayContext>,
  { log, mask, showTiming, onOperation }: OperationPluginOptions,
): void {
  const { cost, requestId } = context.contextValue;
  const { body, http } = context.response;
  let answer: FormattedExecutionResult = {};
  if (body.kind === 'single') {
    answer = settleAnswer(body.singleResult, mask);
    body.singleResult = answer;
  }
  const codes = (answer.errors ?? []).map((error) => String(error.extensions?.['code']));
  // A request that is well-formed but fails on our side is not the client's fault.
  if (http.status === 400 && codes.includes('INTERNAL_SERVER_ERROR')) http.status = 500;
  if (showTiming && cost.requests.length > 0) http.headers.set('server-timing', serverTiming(cost.requests));

  // Only a name that was parsed as one: it has letters, digits and underscores, and nothing else.
  const operationName = context.operationName?.slice(0, MAX_NAME) ?? null;
  log.info(
    {
      requestId,
      operation: operationName,
      kind: context.operation?.operation ?? null,
      ms: cost.ms,
      requests: cost.requests.length,
      statements: cost.statements,
      levels: cost.levels,
      errors: [...new Set(codes)],
    },
    'operation',
  );
  onOperation({ operationName, requests: [...cost.requests], levels: cost.levels });
}
