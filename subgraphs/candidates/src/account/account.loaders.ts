import DataLoader from 'dataloader';
import type { ProfileEntry } from '../file/file.types.ts';
import type { ProfileRepository } from '../profile/profile.repository.ts';
import type { AccountRecord, AccountRepository } from './account.repository.ts';

/** The loaders of one request. */
export class AccountLoaders {
  readonly candidateById: DataLoader<string, AccountRecord | null>;
  readonly candidateOfSubject: DataLoader<string, AccountRecord | null>;
  /** By the id of the candidate: its entries, in the order in which they were made. */
  readonly profileOf: DataLoader<string, readonly ProfileEntry[]>;

  constructor(accounts: AccountRepository, profiles: ProfileRepository) {
    this.candidateById = new DataLoader((ids) => accounts.byIds(ids));
    this.candidateOfSubject = new DataLoader((subjects) => accounts.bySubjects(subjects));
    this.profileOf = new DataLoader(async (ids) => {
      const current = await profiles.current(ids);
      return ids.map((id) => current.get(id)!);
    });
  }

  /** After a write: what else the request reads of the candidate is what stands then. */
  forget(candidateId: string): void {
    this.candidateById.clear(candidateId);
    this.profileOf.clear(candidateId);
  }
}
