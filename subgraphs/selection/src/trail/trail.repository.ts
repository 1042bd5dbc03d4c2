import type { EntityManager } from 'typeorm';
import { FOUND_SUITABLE } from '../candidacy/candidacy.state.rules.ts';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import type { ShownEntry } from './trail.chain.ts';
import type { Head } from './trail.verdict.ts';

/** A page of a trail: after the entry in a place. */
export interface TrailAsked {
  readonly procedureId: string;
  readonly size: number;
  readonly after: number;
  /** By who sees all of it. */
  readonly whole: boolean;
  /** By the authority. */
  readonly authority: boolean;
}

/** An entry, and whether it is one that the authority sees, where it is the authority that asks. */
export interface TrailListed extends ShownEntry {
  readonly forAuthority: boolean;
}

/**
 * What the authority sees: its own acts, and whatever names no candidate but those whom it was submitted ($6: where these
 * can stand). A candidate is named by what an entry is about, by its facts, by who acted or by whose it is. How single
 * members scored, and what candidates asked of the institution, it does not see.
 */
const FOR_AUTHORITY = `(entry.about IN ('DECISION', 'MANDATE') OR entry.about NOT IN ('SCORES', 'REQUEST') AND NOT EXISTS (
  SELECT FROM candidacy JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
  WHERE candidacy.procedure_id = entry.procedure_id
    AND (procedure.result_submitted_at IS NULL OR candidacy.status <> ALL($6))
    AND (strpos(concat_ws(' ', entry.about_id, entry.before, entry.after), candidacy.id::text) > 0
      OR 'candidate:' || candidacy.candidate_id IN (entry.actor, entry.person))))`;

/** Statements on trails for whoever reads them: each is one, whatever the number. Answers are in the order asked for. */
export class TrailRepository {
  constructor(
    private readonly manager: EntityManager,
    /** Digest of the subject of whoever asks. */
    private readonly holder: string,
  ) {}

  async headsOf(procedureIds: readonly string[]): Promise<(Head | null)[]> {
    const rows: (Head & { readonly id: string })[] = await this.manager.query(
      'SELECT id, trail_seq AS entries, trail_head AS hash FROM selection_procedure WHERE id = ANY($1::uuid[])',
      [procedureIds],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return procedureIds.map((id) => found.get(id) ?? null);
  }

  /** Pages, each with one more entry than its size where there are more. To a candidate of the procedure there is nothing. */
  async pages(asked: readonly TrailAsked[]): Promise<TrailListed[][]> {
    const rows: (TrailListed & { readonly place: number })[] = await this.manager.query(
      `SELECT asked.place, procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before,
         entry.after, reason, person, sealed, previous, hash, asked.authority AND ${FOR_AUTHORITY} AS "forAuthority"
       FROM unnest($2::int[], $3::uuid[], $4::int[], $5::int[], $7::boolean[], $8::boolean[])
         AS asked(place, id, size, beyond, whole, authority)
       CROSS JOIN LATERAL (
         SELECT * FROM trail_entry entry WHERE procedure_id = asked.id AND seq > asked.beyond
           AND (asked.whole OR asked.authority AND ${FOR_AUTHORITY})
         ORDER BY seq LIMIT asked.size + 1
       ) entry
       WHERE NOT EXISTS (${ownCandidacyIn('asked.id')})
       ORDER BY asked.place, seq`,
      [
        ...[this.holder, asked.map((_one, place) => place), asked.map(({ procedureId }) => procedureId)],
        ...[asked.map(({ size }) => size), asked.map(({ after }) => after), FOUND_SUITABLE],
        ...[asked.map(({ whole }) => whole), asked.map(({ authority }) => authority)],
      ],
    );
    const pages: TrailListed[][] = asked.map(() => []);
    for (const { place, ...entry } of rows) pages[place]!.push(entry);
    return pages;
  }
}
