import type { EntityManager } from 'typeorm';
import type { StepRecord } from '../procedure/procedure.record.ts';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import type { Unsent } from './task.procedure.rules.ts';
import { IS_ERASED } from './task.repository.ts';

type Row = Omit<Unsent, 'step' | 'sent'> & { readonly step: StepRecord };

/** What outcomes and decisions could be sent at all; that of a decision is as old as the result it was taken on. */
const SENDABLE = `SELECT outcome.candidacy_id, outcome.step_id, outcome.result, outcome.rule, outcome.recorded_at,
    CASE outcome.result WHEN 'FAILED' THEN 'STEP' ELSE 'RESULT' END AS about
  FROM step_outcome outcome WHERE outcome.result IN ('FAILED', 'SUITABLE', 'UNSUITABLE')
  UNION ALL
  SELECT candidacy.id, step.id, outcome.result, outcome.rule, coalesce(outcome.recorded_at, candidacy.recorded_at), 'DECISION'
  FROM candidacy JOIN selection_step step ON step.procedure_id = candidacy.procedure_id AND step.kind = 'RESULT'
  LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = step.id
  WHERE candidacy.status IN ('APPOINTED', 'NOT_APPOINTED')`;

/**
 * Everything of the procedures of institutions that has not been sent since it was recorded last: what is to be sent of
 * it, the rules of sending say. Nothing of procedures of which the holder of a digest is a candidate. One statement, in the
 * order of the procedures.
 */
export async function unsentIn(
  manager: EntityManager,
  institutions: readonly string[],
  holder: string,
): Promise<Unsent[]> {
  const rows: Row[] = await manager.query(
    `SELECT candidacy.id, candidacy.candidate_id AS "candidateId", candidacy.status, told.result,
       told.rule IS NOT NULL AS "byRule", told.recorded_at AS since, told.about,
       procedure.id AS "procedureId", procedure.status AS "procedureStatus", procedure.ending,
       jsonb_build_object('id', step.id, 'key', step.key, 'position', step.position, 'kind', step.kind,
         'name', step.name, 'eliminatory', step.eliminatory, 'status', step.status, 'version', step.version) AS step
     FROM (${SENDABLE}) told
     JOIN candidacy ON candidacy.id = told.candidacy_id
     JOIN selection_step step ON step.id = told.step_id
     JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
     WHERE procedure.institution = ANY($2) AND NOT EXISTS (${ownCandidacyIn('procedure.id')})
       AND NOT EXISTS (SELECT FROM notification sent WHERE sent.candidacy_id = told.candidacy_id AND sent.about = told.about
         AND sent.step_id IS NOT DISTINCT FROM CASE told.about WHEN 'STEP' THEN told.step_id END
         AND sent.recorded_at >= told.recorded_at)
       AND NOT ${IS_ERASED}
     ORDER BY procedure.started_at, procedure.id, step.position, candidacy.submitted_at, candidacy.id`,
    [holder, institutions],
  );
  return rows.map(({ step, ...row }) => ({ ...row, sent: false, step: row.about === 'STEP' ? step : null }));
}
