import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** What the gateway found when it fitted the subgraphs' data to the schema. */
interface Misfit {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

const MAX_MISFITS = 10;

/**
 * An answer as clients get it: one error per subgraph that is away, and no `valueCompletion` extension.
 *
 * The gateway puts there, without an error, every place where merged data does not fit the schema. Two cases differ:
 * a missing entity (a reference to something its subgraph no longer shows) leaves its nullable edge null, and that is
 * the answer; a value of the wrong type, or nothing left at all, is a fault of ours and becomes a masked error.
 */
export function settleAnswer(
  answer: FormattedExecutionResult,
  mask: (error: GraphQLFormattedError) => GraphQLFormattedError,
): FormattedExecutionResult {
  const { valueCompletion, ...extensions } = answer.extensions ?? {};
  const misfits = (Array.isArray(valueCompletion) ? (valueCompletion as Misfit[]) : []).filter(
    (misfit) => answer.data === null || !isMissing(misfit),
  );
  const errors = [
    ...oncePerSubgraph(answer.errors ?? []),
    ...misfits.slice(0, MAX_MISFITS).map(({ message, path }) => mask({ message, ...(path && { path }) })),
  ];
  return {
    ...(errors.length > 0 && { errors }),
    ...(answer.data !== undefined && { data: answer.data }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

const isMissing = (misfit: Misfit): boolean => misfit.message.startsWith('Cannot return null for non-nullable ');

/** A plan may ask a subgraph several times; that it is away needs saying once. */
function oncePerSubgraph(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const away = new Set<unknown>();
  return errors.filter(({ extensions }) => {
    if (extensions?.['code'] !== 'SUBGRAPH_UNAVAILABLE') return true;
    const subgraph = extensions['subgraph'];
    if (away.has(subgraph)) return false;
    away.add(subgraph);
    return true;
  });
}
