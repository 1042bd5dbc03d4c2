import type { EntityManager } from 'typeorm';
import type { StepResult } from '../candidacy/candidacy.state.rules.ts';
import { versionsOf } from '../writing/row.versions.ts';

/** The result of an assessment as it is kept. */
export interface AssessmentRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly result: StepResult;
  readonly data: Buffer;
  readonly version: number;
  /** The candidate has been told of it, for as long as it stood. */
  readonly told: boolean;
}

/** Reads results of the assessment. */
export class AssessmentRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Of many candidacies, in the order asked for, in one statement: each with its earlier versions, newest first. Who passes
   * is told at once, others with what is sent.
   */
  async ofCandidacies(ids: readonly string[]): Promise<AssessmentRow[][]> {
    const rows: AssessmentRow[] = await this.manager.query(
      `WITH outcome AS (${versionsOf('step_outcome', 'kept.candidacy_id = ANY($1::uuid[])')})
       SELECT outcome.id, outcome.candidacy_id AS "candidacyId", candidacy.candidate_id AS "candidateId",
         outcome.result, outcome.data, outcome.version,
         outcome.result = 'PASSED' OR EXISTS (SELECT FROM notification sent
           WHERE sent.candidacy_id = outcome.candidacy_id AND sent.about = 'STEP' AND sent.step_id = outcome.step_id
             AND sent.recorded_at >= outcome.recorded_at AND sent.recorded_at < outcome.superseded_at) AS told
       FROM outcome
       JOIN selection_step step ON step.id = outcome.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
       JOIN candidacy ON candidacy.id = outcome.candidacy_id
       WHERE outcome.result IN ('PASSED', 'FAILED') AND outcome.data IS NOT NULL ORDER BY outcome.version DESC`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ candidacyId }) => candidacyId === id));
  }
}
