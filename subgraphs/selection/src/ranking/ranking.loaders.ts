import DataLoader from 'dataloader';
import type { RankedPlace, RankingRepository } from './ranking.repository.ts';

/** The loaders of one request. Nothing is kept: what the same request ranked is read anew. */
export class RankingLoaders {
  readonly ofCandidacy: DataLoader<string, RankedPlace | null>;
  /** By the id of a procedure. */
  readonly versionOf: DataLoader<string, number | null>;

  constructor(repository: RankingRepository) {
    this.ofCandidacy = new DataLoader((ids) => repository.ofCandidacies(ids), { cache: false });
    this.versionOf = new DataLoader((ids) => repository.versionsOf(ids), { cache: false });
  }
}
