import DataLoader from 'dataloader';
import type { NotificationRepository, NotificationRow, SentIn, StartedBy } from './notification.repository.ts';

/** The loaders of one request. */
export class NotificationLoaders {
  readonly ofCandidacy: DataLoader<string, NotificationRow[]>;
  readonly byRule: DataLoader<string, Date[]>;
  /** When those were chosen whose answer is awaited. */
  readonly chosenAt: DataLoader<string, Date | null>;
  readonly pending: DataLoader<string, boolean>;
  /** By the id of a procedure. */
  readonly startedBy: DataLoader<string, StartedBy | null>;
  readonly sentIn: DataLoader<string, SentIn>;

  constructor(repository: NotificationRepository) {
    this.ofCandidacy = new DataLoader((ids) => repository.ofCandidacies(ids));
    this.byRule = new DataLoader((ids) => repository.byRule(ids));
    this.chosenAt = new DataLoader((ids) => repository.chosenAt(ids));
    this.pending = new DataLoader((ids) => repository.pending(ids));
    this.startedBy = new DataLoader((ids) => repository.startedBy(ids));
    this.sentIn = new DataLoader((ids) => repository.sentIn(ids));
  }
}
