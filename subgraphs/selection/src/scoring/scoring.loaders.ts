import DataLoader from 'dataloader';
import type { Committee } from './judges.rules.ts';
import type { ScoreRecord, ScoringRepository, Started } from './scoring.repository.ts';

/** The loaders of one request. Nothing is kept: what a mutation of the same request changed is read anew. */
export class ScoringLoaders {
  readonly ofCandidacy: DataLoader<string, ScoreRecord[]>;
  /** By the id of a procedure, as are the others. */
  readonly startedBy: DataLoader<string, Started | null>;
  readonly committeeOf: DataLoader<string, Committee>;

  constructor(
    repository: ScoringRepository,
    committeesOf: (procedureIds: readonly string[]) => Promise<readonly Committee[]>,
  ) {
    this.ofCandidacy = new DataLoader((ids) => repository.ofCandidacies(ids), { cache: false });
    this.startedBy = new DataLoader((ids) => repository.startedBy(ids), { cache: false });
    this.committeeOf = new DataLoader((ids) => onceEach(ids, committeesOf), { cache: false });
  }
}

/** Many candidates ask for the same committee at once: each is read once. */
async function onceEach<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const different = [...new Set(ids)];
  const found = await read(different);
  const byId = new Map(different.map((id, at) => [id, found[at]!]));
  return ids.map((id) => byId.get(id)!);
}
