import { type ApolloServerPlugin, type GraphQLRequestContextDidResolveOperation, HeaderMap } from '@apollo/server';
import { badInput, LIMITS, limitExceeded } from '@mandate-graph/runtime';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode, parse } from 'graphql';
import type { GatewayContext } from '../gateway.context.ts';
import type { Balance, Budget } from './budget.ts';
import { documentExcesses } from './document.limits.ts';
import { OperationCost } from './operation.cost.ts';
import { checkLiterals, checkVariables, type ValueFindings } from './value.check.ts';

/** What an answer says of its cost, as `extensions.cost`. */
export type ReportedCost = { readonly points: number } & Omit<Balance, 'allowed'>;

type Context = GraphQLRequestContextDidResolveOperation<GatewayContext>;
type Operation = OperationDefinitionNode | undefined;

/**
 * Lets through only what costs no more than it may: a document within its limits is validated, an operation that its
 * caller can pay for is planned and run. It must be the first plugin: then its refusal is the one that is answered.
 */
export function limitsPlugin(budget: Budget): ApolloServerPlugin<GatewayContext> {
  const documents = new DocumentGate();
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>();

  const costOf = ({ schema, document, request }: Context, operation: OperationDefinitionNode): number => {
    let cost = costs.get(operation);
    if (cost === undefined) {
      cost = new OperationCost(schema, document, operation);
      costs.set(operation, cost);
    }
    return cost.points(request.variables);
  };

  return {
    async requestDidStart() {
      let reported: ReportedCost | null = null;
      return {
        async validationDidStart(context) {
          // The type says that a document stays the same; validation takes what stands here.
          (context as { document: DocumentNode }).document = documents.admit(context.document);
        },
        async didResolveOperation(context) {
          const refusal = documents.refusalOf(context.document, checkVariables(context.request.variables));
          if (refusal !== null) throw refusal;
          const operation = context.operation as Operation;
          // Which operation to run is not clear, or there are none of its kind: that is refused elsewhere.
          if (operation === undefined || !context.schema.getRootType(operation.operation)) return;
          const points = costOf(context, operation);
          if (points > LIMITS.points.bound) throw withStatus(limitExceeded([{ name: 'points', value: points }]), 400);
          const { allowed, ...balance } = await budget.spend(context.contextValue.caller, points);
          reported = { points, ...balance };
          if (!allowed) throw overdrawn(reported);
        },
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          // The planner stops by throwing, which looks like a fault on our side.
          const planned = body.singleResult.errors?.every(
            ({ extensions }) => extensions?.['code'] === 'LIMIT_EXCEEDED',
          );
          if (http.status === 500 && planned === true) http.status = 400;
          if (reported === null) return;
          const { extensions } = body.singleResult;
          body.singleResult = { ...body.singleResult, extensions: { ...extensions, cost: reported } };
        },
      };
    },
  };
}

/**
 * Apollo Server cannot refuse a document between parsing and validating it. What is to be refused is therefore exchanged
 * for an empty document, which costs nothing to validate, and the refusal is kept with that until it can be thrown.
 * The store of documents then keeps the empty one too, so that the same text is refused again without being looked at.
 */
class DocumentGate {
  readonly #findings = new WeakMap<DocumentNode, ValueFindings>();

  admit(document: DocumentNode): DocumentNode {
    const literals = checkLiterals(document);
    const excesses = [...documentExcesses(document), ...literals.excesses];
    if (excesses.length === 0 && literals.problems.length === 0) return document;
    const empty = parse('{ __typename }');
    this.#findings.set(empty, { excesses, problems: literals.problems });
    return empty;
  }

  /** One error for all that is wrong with a document and its variables; null when nothing is. */
  refusalOf(document: DocumentNode, variables: ValueFindings): GraphQLError | null {
    const kept = this.#findings.get(document);
    const excesses = [...(kept?.excesses ?? []), ...variables.excesses];
    if (excesses.length > 0) return withStatus(limitExceeded(excesses), 400);
    const problems = [...(kept?.problems ?? []), ...variables.problems];
    return problems.length > 0 ? withStatus(badInput(problems), 400) : null;
  }
}

function overdrawn({ points, limit, resetAt }: ReportedCost): GraphQLError {
  const seconds = Math.max(1, Math.ceil((Date.parse(resetAt) - Date.now()) / 1_000));
  const rule = `budget must be at most ${limit} points in a window, but is used up: ask again in ${seconds} seconds.`;
  const problems = [{ path: 'budget', code: 'LIMIT_EXCEEDED', value: String(points), rule }];
  const message = `The request goes beyond what is allowed: ${rule}`;
  const error = new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', problems } });
  return withStatus(error, 429, [['retry-after', String(seconds)]]);
}

function withStatus(error: GraphQLError, status: number, headers: [string, string][] = []): GraphQLError {
  error.extensions['http'] = { status, headers: new HeaderMap(headers) };
  return error;
}
