import { NOT_YET } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import { placedIn, rankPlace } from './ranking.places.ts';
import type { Placed } from './ranking.rules.ts';

/** A place to be given to a candidate. */
export interface NewPlace {
  readonly candidacy: CandidacyRecord;
  readonly place: number;
  /** About the candidate; sealed. Null: there was nobody to compare with. */
  readonly reasons: string | null;
}

/** Where acts read and write the ranking of a procedure. */
export class RankingStore {
  constructor(private readonly work: Work) {}

  /** Of the ranking that stands; of none, the one before the first. */
  async version(): Promise<number> {
    const [row]: { version: number }[] = await this.work.manager.query('SELECT version FROM ranking WHERE id = $1', [
      this.work.procedure.id,
    ]);
    return row?.version ?? NOT_YET;
  }

  placed(): Promise<Placed[]> {
    return placedIn(this.work.manager, this.work.procedure.id);
  }

  /** Replaces the ranking: whoever is not in the new one has no place any more. */
  async put(standing: number, places: readonly NewPlace[], by = this.work.by): Promise<RecordedOfProcedure> {
    const { work } = this;
    const { procedure, now } = work;
    const before = await this.placed();
    await work.keys.make(places.map(({ candidacy }) => candidateOf(candidacy.candidateId)));
    const version = standing + 1;
    await this.#write(version, places, by);
    this.#tell(before, places, by);
    return { id: procedure.id, version, recordedAt: now.toString(), procedureId: procedure.id };
  }

  async #write(version: number, places: readonly NewPlace[], by: string): Promise<void> {
    const { manager, procedure, now, keys } = this.work;
    const recordedAt = now.toString();
    await manager.query(
      `INSERT INTO ranking (id, version, recorded_at, recorded_by, reason) VALUES ($1, $2, $3, $4, 'RANK')
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by`,
      [procedure.id, version, recordedAt, by],
    );
    const ids = places.map(({ candidacy }) => candidacy.id);
    await manager.query(
      `INSERT INTO ranking_place (id, procedure_id, place, data, version, recorded_at, recorded_by, reason)
       SELECT id, $1, place, data, 1, $2, $3, 'RANK' FROM unnest($4::uuid[], $5::int[], $6::bytea[]) AS new(id, place, data)
       ON CONFLICT (id) DO UPDATE SET place = excluded.place, data = excluded.data, version = ranking_place.version + 1,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, reason = excluded.reason`,
      [
        ...[procedure.id, recordedAt, by, ids, places.map(({ place }) => place)],
        places.map(({ candidacy, reasons }) => {
          if (reasons === null) return null;
          return keys.of(candidateOf(candidacy.candidateId))?.seal(rankPlace(candidacy.id), { reasons }) ?? null;
        }),
      ],
    );
    await manager.query(
      `UPDATE ranking_place SET place = NULL, data = NULL, version = version + 1, recorded_at = $2, recorded_by = $3,
         reason = 'UNRANK'
       WHERE procedure_id = $1 AND place IS NOT NULL AND id <> ALL($4::uuid[])`,
      [procedure.id, recordedAt, by, ids],
    );
  }

  #tell(before: readonly Placed[], places: readonly NewPlace[], by: string): void {
    const { work } = this;
    const after = places.map(({ place, candidacy }) => ({ place, application: candidacy.id }));
    work.record({
      ...{ act: 'RANK', about: 'PROCEDURE', aboutId: work.procedure.id, by },
      ...{ before: { places: before }, after: { places: after } },
    });
    const placeBefore = (id: string) => before.find(({ application }) => application === id)?.place ?? null;
    for (const { candidacy, place, reasons } of places) {
      const person = candidateOf(candidacy.candidateId);
      work.record({
        ...{ act: 'RANK', about: 'CANDIDACY', aboutId: candidacy.id, by },
        ...{ before: { place: placeBefore(candidacy.id) }, after: { place } },
        personal: reasons === null ? null : { person, content: { reasons } },
      });
    }
  }
}
