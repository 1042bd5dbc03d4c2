import type { GraphQLFormattedError } from 'graphql';
import type { RawAnswer } from './subgraph.client.ts';
import { SubgraphFailure } from './subgraph.client.ts';

/** An answer that has the shape of GraphQL. */
export interface SubgraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** Some entity that was asked for is null: the subgraph does not show it, or failed on it and says so in an error. */
  readonly entityMissing: boolean;
}

/** 400 carries errors in the request's values, 500 masked ones; any other status does not come from the operation. */
const STATUSES = new Set([200, 400, 500]);
const MEDIA_TYPES = new Set(['application/json', 'application/graphql-response+json']);

/**
 * Takes an answer apart, or throws {@link SubgraphFailure}. `entities` is how many were asked for, null when none.
 * What passes here can be merged with other answers without surprises.
 */
export function readAnswer(raw: RawAnswer, entities: number | null): SubgraphAnswer {
  if (!STATUSES.has(raw.status)) throw new SubgraphFailure(`status ${raw.status}`);
  // Nothing else was asked for, so that a small answer cannot unpack into a large one.
  const encoding = raw.header('content-encoding');
  if (encoding !== null && encoding !== 'identity') throw new SubgraphFailure('an encoding that was not asked for');
  const mediaType = raw.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!MEDIA_TYPES.has(mediaType)) throw new SubgraphFailure('a content type that is not JSON');

  const answer = parseObject(raw.text);
  const errors = readErrors(answer['errors']);
  const data = answer['data'] ?? null;
  if (data === null) {
    if (errors.length === 0) throw new SubgraphFailure('neither data nor errors');
    return { data, errors, entityMissing: false };
  }
  if (raw.status !== 200 && errors.length === 0) throw new SubgraphFailure(`status ${raw.status} without errors`);
  if (!isObject(data)) throw new SubgraphFailure('data that is not an object');
  const entityMissing = entities !== null && checkEntities(data['_entities'], entities).includes(null);
  return { data, errors, entityMissing };
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SubgraphFailure('a body that is not JSON');
  }
  if (!isObject(value)) throw new SubgraphFailure('a body that is not an object');
  return value;
}

/** Codes that blame the request. The gateway made it, so its caller is not to blame, and has no use for the words. */
const OURS = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Of each error only what the gateway can use: message, path and extensions. */
function readErrors(errors: unknown): GraphQLFormattedError[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) throw new SubgraphFailure('errors that are not a list');
  return errors.map((error: unknown) => {
    if (!isObject(error) || typeof error['message'] !== 'string')
      throw new SubgraphFailure('an error without a message');
    const { message, path, extensions } = error;
    return {
      message,
      ...(isPath(path) && { path }),
      ...(isObject(extensions) && { extensions: ownExtensions(extensions) }),
    };
  });
}

/** Without `http`, by which an error would choose status and headers of the whole answer. */
function ownExtensions({ http: _, ...extensions }: Record<string, unknown>): Record<string, unknown> {
  return OURS.has(extensions['code']) ? { code: 'INTERNAL_SERVER_ERROR' } : extensions;
}

function checkEntities(entities: unknown, expected: number): unknown[] {
  if (!Array.isArray(entities) || entities.length !== expected) {
    throw new SubgraphFailure(`not the ${expected} entities that were asked for`);
  }
  if (!entities.every((entity) => entity === null || isObject(entity))) {
    throw new SubgraphFailure('entities that are not objects');
  }
  return entities;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number');
