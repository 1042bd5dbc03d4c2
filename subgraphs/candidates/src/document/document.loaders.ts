import DataLoader from 'dataloader';
import type { DocumentRecord, DocumentRepository } from './document.repository.ts';

/** The loaders of one request. They remember nothing: what a request changes stands differently in its next answer. */
export class DocumentLoaders {
  /** By the id of their candidate: those that are not removed. */
  readonly ofCandidate: DataLoader<string, DocumentRecord[]>;
  readonly byId: DataLoader<string, DocumentRecord | null>;

  constructor(repository: DocumentRepository) {
    this.ofCandidate = new DataLoader(
      async (ids) => {
        const found = await repository.ofCandidates(ids);
        return ids.map((id) => found.get(id)!);
      },
      { cache: false },
    );
    this.byId = new DataLoader(
      async (ids) => {
        const found = await repository.ofIds(ids);
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache: false },
    );
  }
}
