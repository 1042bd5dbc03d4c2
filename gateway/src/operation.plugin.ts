import { randomUUID } from 'node:crypto';
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestContextWillSendResponse,
  HeaderMap,
} from '@apollo/server';
import type { Logger } from '@mandate-graph/runtime';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { misfitsIn, settleAnswer } from './answer.rules.ts';
import type { GatewayContext } from './gateway.context.ts';
import { nameInputs } from './input-path.ts';
import { type OperationReport, serverTiming } from './operation-report.ts';

export interface OperationPluginOptions {
  readonly log: Logger;
  /** Whether only operations of a list are run, whose names are therefore no secrets. */
  readonly namesKnown: boolean;
  /** Masks an error that clients may not read. */
  readonly mask: (error: GraphQLFormattedError) => GraphQLFormattedError;
  /** Whether answers tell in a header what each subgraph did for them. */
  readonly showTiming: boolean;
  readonly onOperation: (report: OperationReport) => void;
}

const MAX_NAME = 100;

/**
 * First and last hand on each operation: one that cannot be run is refused; of its answer, what may not leave is taken
 * out, and one line of log says what it cost.
 */
export function operationPlugin(options: OperationPluginOptions): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        didResolveOperation: async (context) => requireOperation(context),
        willSendResponse: async (context) => finish(context, options),
      };
    },
  };
}

/** The executor of a gateway fails on these requests as if it were at fault. */
function requireOperation(context: GraphQLRequestContextDidResolveOperation<GatewayContext>): void {
  // Apollo's types say that there always is an operation.
  const operation = context.operation as (typeof context)['operation'] | undefined;
  if (operation === undefined) {
    const name = context.request.operationName?.slice(0, MAX_NAME);
    throw refusal(
      'OPERATION_RESOLUTION_FAILURE',
      name
        ? `The operation to run, ${JSON.stringify(name)}, is not in the query.`
        : 'The query holds several operations: operationName must say which one to run.',
    );
  }
  if (!context.schema.getRootType(operation.operation)) {
    throw refusal('GRAPHQL_VALIDATION_FAILED', `This graph has no operations of the kind ${operation.operation}.`);
  }
}

const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400, headers: new HeaderMap() } } });

function finish(context: GraphQLRequestContextWillSendResponse<GatewayContext>, options: OperationPluginOptions): void {
  const { record, requestId } = context.contextValue;
  const { body, http } = context.response;
  let answer: FormattedExecutionResult = {};
  if (body.kind === 'single') {
    answer = nameInputs(settle(body.singleResult, context.contextValue, options), context.document);
    body.singleResult = answer;
  }
  const codes = (answer.errors ?? []).map((error) => String(error.extensions?.['code']));
  // A request that is well-formed but fails on our side is not the client's fault.
  if (http.status === 400 && codes.includes('INTERNAL_SERVER_ERROR')) http.status = 500;
  if (options.showTiming && record.requests.length > 0) {
    http.headers.set('server-timing', serverTiming(record.requests));
  }

  const operationName = context.operationName?.slice(0, MAX_NAME) ?? null;
  options.log.info(
    {
      requestId,
      // Whoever chooses a name freely may write into it what must not be kept.
      operation: options.namesKnown ? operationName : null,
      kind: context.operation?.operation ?? null,
      ms: record.ms,
      requests: record.requests.length,
      statements: record.statements,
      levels: record.levels,
      errors: [...new Set(codes)],
    },
    'operation',
  );
  options.onOperation({ operationName, requests: [...record.requests], levels: record.levels });
}

function settle(
  answer: FormattedExecutionResult,
  { record, requestId }: GatewayContext,
  { log, mask }: OperationPluginOptions,
): FormattedExecutionResult {
  const misfits = misfitsIn(answer, record.entityMissing);
  if (misfits.length === 0) return settleAnswer(answer, [], null);
  const id = randomUUID();
  // Their messages name types and fields, and hold no values.
  const messages = [...new Set(misfits.map(({ message }) => message))];
  log.error({ requestId, errorId: id, misfits: messages }, 'subgraphs gave data that does not fit the schema');
  return settleAnswer(answer, misfits, mask({ message: '', extensions: { id } }));
}
