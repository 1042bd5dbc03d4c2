import DataLoader from 'dataloader';
import type { Temporal } from 'temporal-polyfill';
import type { InboxCounts, InboxRepository } from './inbox.repository.ts';

/** The loaders of one request. */
export class InboxLoaders {
  /** By the id of the candidate. */
  readonly countsOf: DataLoader<string, InboxCounts>;

  constructor(repository: InboxRepository, now: Temporal.Instant) {
    this.countsOf = new DataLoader((ids) => repository.counts(ids, now.toString()));
  }
}
