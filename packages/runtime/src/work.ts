import { AsyncLocalStorage } from 'node:async_hooks';

/** What one operation costs in one subgraph. */
export interface Work {
  statements: number;
}

const current = new AsyncLocalStorage<Work>();

/** Runs an operation and counts what is done for it, whatever else runs at the same time. */
export const counted = <T>(work: Work, operation: () => T): T => current.run(work, operation);

/** To be called for each SQL statement; those outside an operation (start, feeds) count nowhere. */
export const countStatement = (): void => {
  const work = current.getStore();
  if (work !== undefined) work.statements += 1;
};

/** Response header in which a subgraph tells the gateway how many statements an operation took. */
export const STATEMENTS_HEADER = 'x-mandate-graph-statements';
