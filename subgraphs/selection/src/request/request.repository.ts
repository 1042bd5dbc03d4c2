import type { EntityManager } from 'typeorm';
import type { RequestKind, RequestStatus } from './request.rules.ts';

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
}
