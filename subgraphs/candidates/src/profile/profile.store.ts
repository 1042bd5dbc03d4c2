import { placeOf } from '@mandate-graph/writing';
import type { ProfileData, ProfileKind } from '../file/file.types.ts';
import { notYet, putVersion, type VersionedTable } from '../writing/put.version.ts';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { StandingEntry } from './profile.entries.rules.ts';

const ENTRIES: VersionedTable = { name: 'profile_entry', belonging: 'kind' };

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

  /** Whether an entry other than this one names a country as that of a nationality. */
  async isNational(country: string, except: string | null): Promise<boolean> {
    const { manager, candidate } = this.work;
    const rows: { id: string; data: Buffer }[] = await manager.query(
      `SELECT id, data FROM profile_entry
       WHERE candidate_id = $1 AND kind = 'NATIONALITY' AND data IS NOT NULL AND id IS DISTINCT FROM $2`,
      [candidate.id, except],
    );
    return rows.some(
      ({ id, data }) =>
        candidate.key.open<ProfileData['NATIONALITY']>(placeOf(ENTRIES.name, id), data).country === country,
    );
  }

  add(kind: ProfileKind, data: ProfileData[ProfileKind]): Promise<RecordedOfCandidate> {
    return this.#put({ ...notYet(), kind }, data);
  }

  change(entry: StandingEntry, data: ProfileData[ProfileKind]): Promise<RecordedOfCandidate> {
    return this.#put(entry, data);
  }

  remove(entry: StandingEntry): Promise<RecordedOfCandidate> {
    return this.#put(entry, null);
  }

  async #put(entry: StandingEntry, data: ProfileData[ProfileKind] | null): Promise<RecordedOfCandidate> {
    const recorded = await putVersion(this.work, ENTRIES, entry.kind, entry, data);
    return { ...recorded, candidateId: this.work.candidate.id };
  }
}
