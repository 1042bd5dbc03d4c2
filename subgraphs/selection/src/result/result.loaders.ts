import DataLoader from 'dataloader';
import type { ResultRecord, ResultRepository } from './result.repository.ts';

/** The loaders of one request, by the id of a procedure. Nothing is kept: what the same request submitted is read anew. */
export class ResultLoaders {
  readonly ofProcedure: DataLoader<string, ResultRecord | null>;

  constructor(repository: ResultRepository) {
    this.ofProcedure = new DataLoader((ids) => repository.ofProcedures(ids), { cache: false });
  }
}
