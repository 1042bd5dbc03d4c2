import { NOT_YET } from '@mandate-graph/domain';
import { placeOf } from '@mandate-graph/writing';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { AccountData } from './account.rules.ts';

/** Where an act reads and writes the account of its candidate. */
export class AccountStore {
  constructor(private readonly work: Work) {}

  /** What the next change must be made on. */
  async version(): Promise<number> {
    const { manager, candidate } = this.work;
    const [row]: { version: number; data: Buffer }[] = await manager.query(
      'SELECT version, data FROM candidate WHERE id = $1',
      [candidate.id],
    );
    return candidate.key.open<AccountData | null>(this.#place, row!.data) === null ? NOT_YET : row!.version;
  }

  /** What is put into an account in which nothing stands is its first version, and supersedes nothing. */
  async put(version: number, account: AccountData): Promise<RecordedOfCandidate> {
    const { manager, candidate, now, by } = this.work;
    const recordedAt = now.toString();
    await manager.query(
      'UPDATE candidate SET version = $2, recorded_at = $3, recorded_by = $4, data = $5 WHERE id = $1',
      [candidate.id, version, recordedAt, by, candidate.key.seal(this.#place, account)],
    );
    return { id: candidate.id, version, recordedAt, candidateId: candidate.id };
  }

  get #place(): string {
    return placeOf('candidate', this.work.candidate.id);
  }
}
