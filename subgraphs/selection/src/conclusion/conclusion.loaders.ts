import DataLoader from 'dataloader';
import type { Conclusion, ConclusionRepository } from './conclusion.repository.ts';

/** The loaders of one request, by the id of a candidacy. Nothing is kept: what the same request concluded is read anew. */
export class ConclusionLoaders {
  readonly ofCandidacy: DataLoader<string, Conclusion | null>;
  readonly sentTo: DataLoader<string, boolean>;

  constructor(repository: ConclusionRepository) {
    this.ofCandidacy = new DataLoader((ids) => repository.ofCandidacies(ids), { cache: false });
    this.sentTo = new DataLoader((ids) => repository.sentTo(ids), { cache: false });
  }
}
