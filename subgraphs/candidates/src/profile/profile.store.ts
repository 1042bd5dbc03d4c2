import { randomUUID } from 'node:crypto';
import type { ProfileData, ProfileKind } from '../file/file.types.ts';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import { NOT_YET } from '../writing/version.rules.ts';
import type { Work } from '../writing/work.ts';
import type { StandingEntry } from './profile.entries.rules.ts';
import { placeOf } from './profile.repository.ts';

/** Where an act reads and writes the profile of its candidate. */
export class ProfileStore {
  constructor(private readonly work: Work) {}

  /** The entries that stand. */
  standing(): Promise<StandingEntry[]> {
    const { manager, candidate } = this.work;
    return manager.query('SELECT id, kind, version FROM profile_entry WHERE candidate_id = $1 AND data IS NOT NULL', [
      candidate.id,
    ]);
  }

  /** Whether it is a document of the candidate whose content is there. */
  async hasDocument(id: string): Promise<boolean> {
    const { manager, candidate } = this.work;
    const stored: { id: string }[] = await manager.query(
      "SELECT id FROM document WHERE candidate_id = $1 AND state = 'STORED'",
      [candidate.id],
    );
    return stored.some((document) => document.id === id);
  }

  add(kind: ProfileKind, data: ProfileData[ProfileKind]): Promise<RecordedOfCandidate> {
    return this.#put({ id: randomUUID(), kind, version: NOT_YET }, data);
  }

  change(entry: StandingEntry, data: ProfileData[ProfileKind]): Promise<RecordedOfCandidate> {
    return this.#put(entry, data);
  }

  remove(entry: StandingEntry): Promise<RecordedOfCandidate> {
    return this.#put(entry, null);
  }

  async #put(
    { id, kind, version: before }: StandingEntry,
    data: ProfileData[ProfileKind] | null,
  ): Promise<RecordedOfCandidate> {
    const { manager, candidate, now, by } = this.work;
    const [version, recordedAt] = [before + 1, now.toString()];
    await manager.query(
      `INSERT INTO profile_entry (id, candidate_id, kind, version, recorded_at, recorded_by, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, recorded_at = EXCLUDED.recorded_at,
         recorded_by = EXCLUDED.recorded_by, data = EXCLUDED.data`,
      [id, candidate.id, kind, version, recordedAt, by, data === null ? null : candidate.key.seal(placeOf(id), data)],
    );
    return { id, version, recordedAt, candidateId: candidate.id };
  }
}
