import { type PersonKey, placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { ProfileEntry } from '../file/file.types.ts';

interface Row extends Pick<ProfileEntry, 'id' | 'kind' | 'version'> {
  readonly candidateId: string;
  readonly data: Buffer;
  readonly wrapped: Buffer;
}

/** Reads profiles. */
export class ProfileRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** What stands, in the order in which the entries were made; one statement for any number of candidates. */
  async current(candidateIds: readonly string[]): Promise<Map<string, ProfileEntry[]>> {
    const rows: Row[] = await this.manager.query(
      `SELECT entry.id, entry.candidate_id AS "candidateId", entry.kind, entry.version, entry.data, person_key.wrapped
       FROM profile_entry entry JOIN person_key ON person_key.candidate_id = entry.candidate_id
       WHERE entry.candidate_id = ANY($1::uuid[]) AND entry.data IS NOT NULL ORDER BY entry.number`,
      [candidateIds],
    );
    const keys = new Map<string, PersonKey>();
    const found = new Map<string, ProfileEntry[]>(candidateIds.map((id) => [id, []]));
    for (const { candidateId, wrapped, data, ...entry } of rows) {
      const key = keys.get(candidateId) ?? this.sealing.keyOf(candidateId, wrapped);
      keys.set(candidateId, key);
      found
        .get(candidateId)!
        .push({ ...entry, data: key.open(placeOf('profile_entry', entry.id), data) } as ProfileEntry);
    }
    return found;
  }
}
