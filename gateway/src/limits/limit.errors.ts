import { type Excess, limitRefusal } from '@mandate-graph/runtime';
import type { GraphQLFormattedError } from 'graphql';

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** How the parser and the planner say that a limit of theirs does not hold. */
const KNOWN: readonly { readonly code: string; readonly message: RegExp; readonly name: Excess['name'] }[] = [
  { code: 'GRAPHQL_PARSE_FAILED', message: /^Syntax Error: Document contains more th.. \d+ tokens/, name: 'tokens' },
  { code: 'GRAPHQL_PARSE_FAILED', message: /^Maximum call stack size exceeded/, name: 'nesting' },
  { code: 'INTERNAL_SERVER_ERROR', message: /^Too many options generated for /, name: 'plans' },
  { code: 'INTERNAL_SERVER_ERROR', message: /^Number of non-local selections exceeds /, name: 'plans' },
];

/** Such an error like every other limit that does not hold. */
export const nameLimits = (format: Format): Format => {
  return (formatted, error) => {
    const code = formatted.extensions?.['code'];
    const known = KNOWN.find((one) => one.code === code && one.message.test(formatted.message));
    return known === undefined ? format(formatted, error) : limitRefusal([{ name: known.name, value: null }]);
  };
};
