import DataLoader from 'dataloader';
import type { DecisionRecord, DecisionRepository } from './decision.repository.ts';

/** The loaders of one request. */
export class DecisionLoaders {
  /** By the id of the application. Nothing is kept: what a mutation of the same request decided is read anew. */
  readonly ofApplication: DataLoader<string, DecisionRecord[]>;

  constructor(repository: DecisionRepository) {
    this.ofApplication = new DataLoader((ids) => repository.ofApplications(ids), { cache: false });
  }
}
