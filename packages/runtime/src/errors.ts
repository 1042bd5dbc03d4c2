import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Problem } from '@mandate-graph/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from './log.ts';

/** Stable codes of errors that the graph gives on purpose. Clients program against these, never against messages. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
] as const;

const PASSED_ON = new Set<string>([
  ...ERROR_CODES,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** One clear error for all that is wrong with an input. */
export function badInput(problems: readonly Problem[]): GraphQLError {
  return new GraphQLError(problems.map((problem) => problem.rule).join(' '), {
    extensions: { code: 'BAD_USER_INPUT', problems },
  });
}

export const problem = (path: string, code: string, value: unknown, rule: string): Problem => ({
  path,
  code,
  value: value === null || value === undefined ? null : String(value).slice(0, 200),
  rule,
});

/**
 * What a client may see of an error: expected ones pass with code, field and value; anything else becomes a sentence
 * with an id that leads to the log, and nothing of its text.
 */
export function formatErrors(log: Logger, keep: readonly string[] = []) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { code } = formatted.extensions ?? {};
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (typeof code === 'string' && PASSED_ON.has(code)) {
      const extensions: Record<string, unknown> = { code };
      for (const name of ['problems', 'subgraph', 'id', ...keep]) {
        const value = formatted.extensions?.[name];
        if (value !== undefined) extensions[name] = value;
      }
      return { message: formatted.message, ...where, extensions };
    }
    const id = typeof formatted.extensions?.['id'] === 'string' ? formatted.extensions['id'] : randomUUID();
    if (code === 'INTERNAL_SERVER_ERROR' && id === formatted.extensions?.['id']) {
      // A subgraph has masked and logged it; here there is no cause to tell.
      log.info({ errorId: id }, 'a subgraph failed unexpectedly; its log has the error of this id');
    } else {
      log.error({ errorId: id, err: unwrapResolverError(error) }, 'an operation failed unexpectedly');
    }
    return {
      message: `Something went wrong on our side. Give this id when you report it: ${id}.`,
      ...where,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}
