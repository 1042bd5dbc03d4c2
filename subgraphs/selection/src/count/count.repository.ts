import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Numbers, StepNumber } from './count.rules.ts';

interface Row extends StepNumber {
  readonly procedureId: string;
  readonly candidates: number;
  readonly submitted: boolean;
}

/** The numbers of procedures that have steps, in one statement; null for others. In the order asked for. */
async function numbersOf(manager: EntityManager, procedureIds: readonly string[]): Promise<(Numbers | null)[]> {
  const rows: Row[] = await manager.query(
    `SELECT procedure.id AS "procedureId", procedure.result_submitted_at IS NOT NULL AS submitted,
       step.id AS "stepId", step.kind, step.status, count(candidacy.id)::int AS candidates,
       (count(candidacy.id) FILTER (WHERE CASE step.kind WHEN 'RESULT' THEN concluded.result = 'SUITABLE'
         ELSE candidacy.step_id IS NULL OR current.position > step.position END))::int AS passed
     FROM selection_procedure procedure
     JOIN selection_step step ON step.procedure_id = procedure.id
     LEFT JOIN candidacy ON candidacy.procedure_id = procedure.id
     LEFT JOIN selection_step current ON current.id = candidacy.step_id
     LEFT JOIN step_outcome concluded ON concluded.candidacy_id = candidacy.id AND concluded.step_id = step.id
     WHERE procedure.id = ANY($1::uuid[])
     GROUP BY procedure.id, step.id
     ORDER BY step.position, step.key`,
    [procedureIds],
  );
  return procedureIds.map((id) => {
    const own = rows.filter(({ procedureId }) => procedureId === id);
    const steps = own.map(({ stepId, kind, status, passed }) => ({ stepId, kind, status, passed }));
    return own.length === 0 ? null : { candidates: own[0]!.candidates, submitted: own[0]!.submitted, steps };
  });
}

/** By the id of the procedure; of one request, kept by nobody. */
export const numbersLoader = (manager: EntityManager): DataLoader<string, Numbers | null> =>
  new DataLoader((ids) => numbersOf(manager, ids), { cache: false });
