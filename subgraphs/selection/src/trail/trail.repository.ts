import type { EntityManager } from 'typeorm';
import type { TrailEntry } from './trail.chain.ts';
import type { Head } from './trail.verdict.ts';

/** A page of a trail: after the entry in a place. */
export interface TrailAsked {
  readonly procedureId: string;
  readonly size: number;
  readonly after: number;
}

/** Statements on trails for whoever reads them: each is one, whatever the number. Answers are in the order asked for. */
export class TrailRepository {
  constructor(private readonly manager: EntityManager) {}

  async headsOf(procedureIds: readonly string[]): Promise<(Head | null)[]> {
    const rows: (Head & { readonly id: string })[] = await this.manager.query(
      'SELECT id, trail_seq AS entries, trail_head AS hash FROM selection_procedure WHERE id = ANY($1::uuid[])',
      [procedureIds],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return procedureIds.map((id) => found.get(id) ?? null);
  }

  /** Pages, each with one more entry than its size where there are more. */
  async pages(asked: readonly TrailAsked[]): Promise<TrailEntry[][]> {
    const rows: (TrailEntry & { readonly place: number })[] = await this.manager.query(
      `SELECT asked.place, procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before,
         entry.after, reason, person, sealed, previous, hash
       FROM unnest($1::int[], $2::uuid[], $3::int[], $4::int[]) AS asked(place, id, size, beyond)
       CROSS JOIN LATERAL (
         SELECT * FROM trail_entry WHERE procedure_id = asked.id AND seq > asked.beyond ORDER BY seq LIMIT asked.size + 1
       ) entry
       ORDER BY asked.place, seq`,
      [
        ...[asked.map((_one, place) => place), asked.map(({ procedureId }) => procedureId)],
        ...[asked.map(({ size }) => size), asked.map(({ after }) => after)],
      ],
    );
    const pages: TrailEntry[][] = asked.map(() => []);
    for (const { place, ...entry } of rows) pages[place]!.push(entry);
    return pages;
  }

  /** Of which of these procedures the result is with the authority, or was. */
  async submitted(procedureIds: readonly string[]): Promise<boolean[]> {
    const rows: { id: string }[] = await this.manager.query(
      'SELECT id FROM selection_procedure WHERE id = ANY($1::uuid[]) AND result_submitted_at IS NOT NULL',
      [procedureIds],
    );
    return procedureIds.map((id) => rows.some((row) => row.id === id));
  }
}
