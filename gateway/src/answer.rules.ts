import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** A place where merged data does not fit the schema, as the gateway notes it. */
export interface Misfit {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** Enough to see what is wrong; a list of a thousand entries would say no more. */
const MAX_MISFITS = 10;

/**
 * What is wrong with an answer that the gateway itself takes for good. Where merged data does not fit the schema it puts
 * a null and a note among the extensions, but no error. A null for an entity that its subgraph no longer shows is the
 * answer, as long as something is left of it; every other misfit is a fault on our side.
 */
export function misfitsIn(answer: FormattedExecutionResult, entityMissing: boolean): readonly Misfit[] {
  const { valueCompletion } = answer.extensions ?? {};
  if (!Array.isArray(valueCompletion)) return [];
  return (valueCompletion as Misfit[])
    .filter((misfit) => answer.data === null || !entityMissing || !isNull(misfit))
    .slice(0, MAX_MISFITS);
}

const isNull = (misfit: Misfit): boolean => misfit.message.startsWith('Cannot return null for non-nullable ');

/** An answer as clients get it: one error per subgraph that is away, one per misfit, and no notes of the gateway. */
export function settleAnswer(
  answer: FormattedExecutionResult,
  misfits: readonly Misfit[],
  masked: GraphQLFormattedError | null,
): FormattedExecutionResult {
  const { valueCompletion: _, ...extensions } = answer.extensions ?? {};
  const errors = [
    ...oncePerSubgraph(answer.errors ?? []),
    ...(masked === null ? [] : misfits.map(({ path }) => ({ ...masked, ...(path && { path }) }))),
  ];
  return {
    ...(errors.length > 0 && { errors }),
    ...(answer.data !== undefined && { data: answer.data }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

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
