/** What a person is told when the schema cannot be made: the sentence of an expected failure, the stack of any other. */
export function failure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') {
    return `A subgraph is not built (does its folder have a package.json and a tsconfig.json like the others?): ${error.message}`;
  }
  return error instanceof CompositionFailure ? error.message : (error.stack ?? error.message);
}

/** The subgraphs, or the institutions behind them, are not in order: the message says all that is wrong. */
export class CompositionFailure extends Error {
  override readonly name = 'CompositionFailure';
}
