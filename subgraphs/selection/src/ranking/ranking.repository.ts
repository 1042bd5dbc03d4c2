import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import { placedIn, rankPlace } from './ranking.places.ts';

/** The place of a candidate, as it is read. */
export interface RankedPlace {
  readonly place: number;
  /** Null: there was nobody to compare with, or the candidate was erased. */
  readonly reasons: string | null;
}

interface Row {
  readonly id: string;
  readonly candidateId: string;
  readonly place: number;
  readonly data: Buffer | null;
}

/** The places of a procedure, by the id of the candidacy; whoever is not in it was not ranked. */
export const placesOf = async (manager: EntityManager, procedureId: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await placedIn(manager, procedureId)).map(({ application, place }) => [application, place]));

/** Statements on rankings: one whatever the number of candidates, with one for their keys. Answers are in the order asked for. */
export class RankingRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  async ofCandidacies(ids: readonly string[]): Promise<(RankedPlace | null)[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT ranked.id, candidacy.candidate_id AS "candidateId", ranked.place, ranked.data FROM ranking_place ranked
       JOIN candidacy ON candidacy.id = ranked.id
       WHERE ranked.id = ANY($1::uuid[]) AND ranked.place IS NOT NULL`,
      [ids],
    );
    await this.keys.load([...new Set(rows.map(({ candidateId }) => candidateOf(candidateId)))]);
    const found = new Map(rows.map((row) => [row.id, this.#open(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Null for a procedure without a ranking. */
  async versionsOf(procedureIds: readonly string[]): Promise<(number | null)[]> {
    const rows: { id: string; version: number }[] = await this.manager.query(
      'SELECT id, version FROM ranking WHERE id = ANY($1::uuid[])',
      [procedureIds],
    );
    const found = new Map(rows.map(({ id, version }) => [id, version]));
    return procedureIds.map((id) => found.get(id) ?? null);
  }

  #open({ id, candidateId, place, data }: Row): RankedPlace {
    const content = this.keys.open<{ reasons: string }>(candidateOf(candidateId), rankPlace(id), data);
    return { place, reasons: content?.reasons ?? null };
  }
}
