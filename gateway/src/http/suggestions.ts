import type { GraphQLFormattedError } from 'graphql';

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** Errors that do not guess at what was meant, since guesses tell names that were not asked for. */
export const withoutSuggestions =
  (format: Format): Format =>
  (formatted, error) => {
    const answer = format(formatted, error);
    return { ...answer, message: answer.message.replaceAll(SUGGESTION, '') };
  };
