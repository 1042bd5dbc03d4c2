import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { CandidacyRecord, OutcomeRecord } from './candidacy.record.ts';

const COLUMNS = `id, candidate_id AS "candidateId", status, step_id AS "stepId", submitted_at AS "submittedAt", version`;
type Row = Omit<CandidacyRecord, 'submittedAt'> & { readonly submittedAt: Date };
const recordOf = (row: Row): CandidacyRecord => ({ ...row, submittedAt: instantOf(row.submittedAt) });

/** Candidacies and outcomes for acts, which hold the lock of the procedure. */
export class CandidacyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of submission. */
  async ofProcedure(procedureId: string): Promise<CandidacyRecord[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${COLUMNS} FROM candidacy WHERE procedure_id = $1 ORDER BY submitted_at, id`,
      [procedureId],
    );
    return rows.map(recordOf);
  }

  /** Null for one that is not of the procedure. */
  async one(procedureId: string, id: string): Promise<CandidacyRecord | null> {
    const [row]: Row[] = await this.manager.query(
      `SELECT ${COLUMNS} FROM candidacy WHERE procedure_id = $1 AND id = $2`,
      [procedureId, id.toLowerCase()],
    );
    return row === undefined ? null : recordOf(row);
  }

  outcomesOf(candidacyIds: readonly string[]): Promise<OutcomeRecord[]> {
    return this.manager.query(
      `SELECT id, candidacy_id AS "candidacyId", step_id AS "stepId", result, rule,
         decision_version AS "decisionVersion", version, recorded_at AS "recordedAt", recorded_by AS "recordedBy"
       FROM step_outcome WHERE candidacy_id = ANY($1::uuid[])`,
      [candidacyIds],
    );
  }
}
