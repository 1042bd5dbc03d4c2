import type { EntityManager } from 'typeorm';
import type { StepRecord } from '../procedure/procedure.record.ts';
import type { Unsent } from './task.procedure.rules.ts';
import { IS_ERASED } from './task.repository.ts';

type Row = Omit<Unsent, 'step' | 'sent'> & { readonly step: StepRecord };

/**
 * Everything of the procedures of institutions that could be sent, and has not been since it was recorded last: what is to
 * be sent of it, the rules of sending say. One statement, in the order of the procedures.
 */
export async function unsentIn(manager: EntityManager, institutions: readonly string[]): Promise<Unsent[]> {
  const rows: Row[] = await manager.query(
    `SELECT candidacy.id, candidacy.candidate_id AS "candidateId", candidacy.status, outcome.result,
       outcome.rule IS NOT NULL AS "byRule", coalesce(outcome.recorded_at, candidacy.recorded_at) AS since, told.about,
       procedure.id AS "procedureId", procedure.status AS "procedureStatus", procedure.ending,
       jsonb_build_object('id', step.id, 'key', step.key, 'position', step.position, 'kind', step.kind,
         'name', step.name, 'eliminatory', step.eliminatory, 'status', step.status, 'version', step.version) AS step
     FROM selection_procedure procedure
     JOIN selection_step step ON step.procedure_id = procedure.id
     JOIN candidacy ON candidacy.procedure_id = procedure.id
     LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = step.id
     CROSS JOIN LATERAL (VALUES ('STEP', step.id), ('RESULT', NULL), ('DECISION', NULL)) AS told(about, step_id)
     WHERE procedure.institution = ANY($1) AND procedure.started_at IS NOT NULL
       AND CASE told.about WHEN 'STEP' THEN outcome.result = 'FAILED'
         WHEN 'RESULT' THEN step.kind = 'RESULT' AND outcome.result IS NOT NULL
         ELSE step.kind = 'RESULT' AND candidacy.status IN ('APPOINTED', 'NOT_APPOINTED') END
       AND NOT EXISTS (SELECT FROM notification WHERE notification.candidacy_id = candidacy.id
         AND notification.about = told.about AND notification.step_id IS NOT DISTINCT FROM told.step_id
         AND notification.recorded_at >= coalesce(outcome.recorded_at, candidacy.recorded_at))
       AND NOT ${IS_ERASED}
     ORDER BY procedure.started_at, procedure.id, step.position, candidacy.submitted_at, candidacy.id`,
    [institutions],
  );
  return rows.map(({ step, ...row }) => ({ ...row, sent: false, step: row.about === 'STEP' ? step : null }));
}
