import { type ApolloServerPlugin, type GraphQLRequestContextDidResolveOperation, HeaderMap } from '@apollo/server';
import { badInput, COST, LIMITS, limitExceeded } from '@mandate-graph/runtime';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode, parse } from 'graphql';
import type { GatewayContext } from '../gateway.context.ts';
import type { Budget } from './budget.ts';
import { documentExcesses, documentPoints } from './document.limits.ts';
import { measureDocument } from './document.measure.ts';
import { OperationCost } from './operation.cost.ts';
import { costOf, overdrawn, retryAfter } from './overdraft.ts';
import { checkLiterals, checkVariables, type ValueFindings } from './value.check.ts';

type Context = GraphQLRequestContextDidResolveOperation<GatewayContext>;
type Operation = OperationDefinitionNode | undefined;

/**
 * Lets through only what costs no more than it may: a document within its limits is validated, an operation that its
 * caller can pay for is planned and run. It must be the first plugin: then its refusal is the one that is answered.
 */
export function limitsPlugin(budget: Budget): ApolloServerPlugin<GatewayContext> {
  const documents = new DocumentGate();
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>();

  const pointsOf = ({ schema, document, request }: Context, operation: OperationDefinitionNode): number => {
    let cost = costs.get(operation);
    if (cost === undefined) {
      cost = new OperationCost(schema, document, operation);
      costs.set(operation, cost);
    }
    return cost.points(request.variables);
  };

  return {
    async requestDidStart({ contextValue }) {
      const { caller } = contextValue;
      let balance = contextValue.balance;
      let points: number = COST.requestPoints;
      let owed = 0;
      const pay = async (): Promise<void> => {
        if (owed === 0) return;
        points += owed;
        [balance, owed] = [await budget.spend(caller, owed), 0];
      };
      return {
        async validationDidStart(context) {
          const admission = documents.admit(context.document);
          owed += admission.points;
          // The type says that a document stays the same; validation takes what stands here.
          (context as { document: DocumentNode }).document = admission.document;
        },
        async didResolveOperation(context) {
          const refusal = documents.refusalOf(context.document, checkVariables(context.request.variables));
          if (refusal !== null) throw refusal;
          const operation = context.operation as Operation;
          // Which operation to run is not clear, or there are none of its kind: that is refused elsewhere.
          if (operation === undefined || !context.schema.getRootType(operation.operation)) return;
          const cost = pointsOf(context, operation);
          if (cost > LIMITS.points.bound) throw withStatus(limitExceeded([{ name: 'points', value: cost }]), 400);
          owed += cost - COST.requestPoints;
          await pay();
          if (balance.allowed) return;
          const { message, extensions } = overdrawn(points, balance);
          throw withStatus(new GraphQLError(message, { extensions }), 429, [['retry-after', retryAfter(balance)]]);
        },
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          // The planner stops by throwing, which looks like a fault on our side.
          const planned = body.singleResult.errors?.every(
            ({ extensions }) => extensions?.['code'] === 'LIMIT_EXCEEDED',
          );
          if (http.status === 500 && planned === true) http.status = 400;
          // What was refused before it could be run has been looked into all the same.
          await pay();
          const { extensions } = body.singleResult;
          body.singleResult = { ...body.singleResult, extensions: { ...extensions, cost: costOf(points, balance) } };
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

  admit(document: DocumentNode): { document: DocumentNode; points: number } {
    const literals = checkLiterals(document);
    const measure = measureDocument(document);
    const points = documentPoints(measure);
    const excesses = [...documentExcesses(document, measure), ...literals.excesses];
    if (excesses.length === 0 && literals.problems.length === 0) return { document, points };
    const empty = parse('{ __typename }');
    this.#findings.set(empty, { excesses, problems: literals.problems });
    return { document: empty, points };
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

function withStatus(error: GraphQLError, status: number, headers: [string, string][] = []): GraphQLError {
  error.extensions['http'] = { status, headers: new HeaderMap(headers) };
  return error;
}
