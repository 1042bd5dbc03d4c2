import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import {
  ACTOR_ISSUER,
  type Actor,
  ARRIVAL_HEADER,
  CREDENTIAL_HEADER,
  type CredentialSigner,
  type Logger,
  REQUEST_ID_HEADER,
  STATEMENTS_HEADER,
} from '@mandate-graph/runtime';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './gateway.context.ts';
import { type SubgraphClient, SubgraphFailure } from './subgraph.client.ts';
import { readAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly client: SubgraphClient;
  readonly credentials: CredentialSigner<Actor>;
  /** Deadline of one request, in milliseconds. */
  readonly timeout: number;
  readonly log: Logger;
}

type GatewayResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Asks one subgraph on behalf of an actor. Each request is sent once: nothing is ever repeated here. */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly options: SubgraphDataSourceOptions) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayResponse> {
    const { actor, requestId, arrivedAt, record } = context as GatewayContext;
    const { name, client, credentials, timeout, log } = this.options;
    const { query, operationName, variables } = request;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      [CREDENTIAL_HEADER]: await credentials.sign(ACTOR_ISSUER, name, actor),
      [REQUEST_ID_HEADER]: requestId,
      [ARRIVAL_HEADER]: arrivedAt,
    };
    const began = performance.now();
    let statements = 0;
    try {
      const raw = await client.post(JSON.stringify({ query, operationName, variables }), headers, timeout);
      statements = countOf(raw.header(STATEMENTS_HEADER));
      const answer = readAnswer(raw, entitiesIn(variables));
      if (answer.entityMissing) record.entityMissing = true;
      return toResponse(answer);
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      log.warn({ requestId, subgraph: name, reason: error.reason }, 'a subgraph gave no usable answer');
      throw unavailable(name);
    } finally {
      record.requests.push({ subgraph: name, statements, ms: performance.now() - began });
    }
  }
}

/** One sentence for every way in which a subgraph can fail: what went wrong is for the log. */
export const unavailable = (subgraph: string): GraphQLError =>
  new GraphQLError(
    `The subgraph ${subgraph} does not answer. What it holds is missing from this answer; try again in a moment.`,
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph } },
  );

const countOf = (header: string | null): number => (header !== null && /^\d{1,9}$/.test(header) ? Number(header) : 0);

/** How many entities a request asks for; null when it asks for root fields. */
const entitiesIn = (variables: Readonly<Record<string, unknown>> | undefined): number | null => {
  const representations = variables?.['representations'];
  return Array.isArray(representations) ? representations.length : null;
};

/** The gateway's own types are mutable; it merges `data` in place. */
const toResponse = ({ data, errors }: SubgraphAnswer): GatewayResponse =>
  ({ data, ...(errors.length > 0 && { errors }) }) as GatewayResponse;
