import DataLoader from 'dataloader';
import type { NotificationLoaders } from '../notification/notification.loaders.ts';
import type { SessionReadingRepository, ShownBooking, ShownSession } from './session.reading.repository.ts';

/** The loaders of one request. Nothing is kept of what a mutation of the same request changes. */
export class SessionLoaders {
  /** By the id of the procedure. */
  readonly ofProcedure: DataLoader<string, ShownSession[]>;
  /** By the id of the candidacy. */
  readonly bookingsOf: DataLoader<string, ShownBooking[]>;

  constructor(
    repository: SessionReadingRepository,
    /** By what procedures run. */
    readonly startedBy: NotificationLoaders['startedBy'],
  ) {
    this.ofProcedure = new DataLoader((ids) => repository.ofProcedures(ids), { cache: false });
    this.bookingsOf = new DataLoader((ids) => repository.bookingsOf(ids), { cache: false });
  }
}
