import type { EntityManager } from 'typeorm';
import { BY_RULE, type RequestKind, type RequestStatus } from './request.rules.ts';

/** A request as it is kept; what was written is sealed in `data`. */
export interface RequestRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly kind: RequestKind;
  readonly stepId: string | null;
  readonly status: RequestStatus;
  readonly filedAt: Date;
  readonly answeredAt: Date | null;
  readonly data: Buffer | null;
  readonly version: number;
}

/** What both sides wrote. */
export interface RequestWords {
  readonly text: string;
  readonly answer: string | null;
}

/**
 * Of `request`: what a candidate contested, or brought before the court, that has not come to an end. Who was erased
 * waits for no answer any more.
 */
export const PENDING = `(request.status = 'LODGED' OR (request.kind = 'CONTEST' AND request.status = 'OPEN'
  AND NOT EXISTS (SELECT FROM candidacy contesting JOIN erased_person ON person = 'candidate:' || contesting.candidate_id
    WHERE contesting.id = request.candidacy_id)))`;

const SELECT = `SELECT request.id, candidacy_id AS "candidacyId", candidacy.candidate_id AS "candidateId", kind,
  request.step_id AS "stepId", request.status, filed_at AS "filedAt", answered_at AS "answeredAt", data, request.version
  FROM candidate_request request JOIN candidacy ON candidacy.id = request.candidacy_id`;

export class RequestRepository {
  constructor(private readonly manager: EntityManager) {}

  async one(id: string): Promise<RequestRow | null> {
    const [row]: RequestRow[] = await this.manager.query(`${SELECT} WHERE request.id = $1`, [id]);
    return row ?? null;
  }

  /** Of many candidacies, oldest first, in one statement. */
  async ofCandidacies(ids: readonly string[]): Promise<RequestRow[][]> {
    const rows: RequestRow[] = await this.manager.query(
      `${SELECT} WHERE candidacy_id = ANY($1::uuid[]) ORDER BY filed_at, request.id`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ candidacyId }) => candidacyId === id));
  }

  /** Contests that wait for an answer: how many of each procedure, in the order asked for. */
  async openContests(procedureIds: readonly string[]): Promise<number[]> {
    const rows: { id: string; open: number }[] = await this.manager.query(
      `SELECT procedure_id AS id, count(*)::int AS open FROM candidate_request request
       WHERE procedure_id = ANY($1::uuid[]) AND kind = 'CONTEST' AND ${PENDING} GROUP BY procedure_id`,
      [procedureIds],
    );
    return procedureIds.map((id) => rows.find((row) => row.id === id)?.open ?? 0);
  }

  /**
   * When the last of those whom a rule excluded was told of it, as far as they have not contested it, and are not erased:
   * of each procedure, in the order asked for; null where there is nobody.
   */
  async uncontested(procedureIds: readonly string[]): Promise<(Date | null)[]> {
    const rows: { id: string; toldAt: Date }[] = await this.manager.query(
      `SELECT candidacy.procedure_id AS id, max(outcome.recorded_at) AS "toldAt" FROM step_outcome outcome
       JOIN candidacy ON candidacy.id = outcome.candidacy_id AND candidacy.step_id = outcome.step_id
       WHERE candidacy.procedure_id = ANY($1::uuid[]) AND candidacy.status = 'EXCLUDED' AND outcome.result = ANY($2::text[])
         AND NOT EXISTS (SELECT FROM erased_person WHERE person = 'candidate:' || candidacy.candidate_id)
         AND NOT EXISTS (SELECT FROM candidate_request request
           WHERE request.candidacy_id = outcome.candidacy_id AND request.kind = 'CONTEST'
             AND request.step_id = outcome.step_id AND request.outcome_version = outcome.version)
       GROUP BY candidacy.procedure_id`,
      [procedureIds, BY_RULE],
    );
    return procedureIds.map((id) => rows.find((row) => row.id === id)?.toldAt ?? null);
  }
}
