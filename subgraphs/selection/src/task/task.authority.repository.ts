import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import type {
  SubmittedProcedure,
  SuitableCandidate,
  UnansweredProcedure,
  Unpublished,
} from './task.authority.rules.ts';
import { IS_ERASED, STARTED_COLUMNS } from './task.repository.ts';
import { MOST_TASKS } from './task.rules.ts';

/** What an authority’s tasks follow from: each is one statement. */
export class AuthorityTaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whose result was submitted first comes first; nobody decides in a procedure of which they are a candidate. */
  submitted(institutions: readonly string[], holder: string): Promise<SubmittedProcedure[]> {
    return this.manager.query(
      `SELECT procedure.id, procedure.template,
         EXISTS (SELECT FROM selection_step step
           WHERE step.procedure_id = procedure.id AND step.kind = 'ADDITIONAL_INTERVIEW') AS interviews
       FROM selection_procedure procedure
       WHERE procedure.institution = ANY($2) AND procedure.status = 'RESULT_SUBMITTED'
         AND NOT EXISTS (${ownCandidacyIn('procedure.id')})
       ORDER BY procedure.result_submitted_at, procedure.id`,
      [holder, institutions],
    );
  }

  suitable(procedureIds: readonly string[]): Promise<SuitableCandidate[]> {
    return this.manager.query(
      `SELECT candidacy.id, candidacy.procedure_id AS "procedureId", ${IS_ERASED} AS erased,
         EXISTS (SELECT FROM step_outcome outcome JOIN selection_step step ON step.id = outcome.step_id
           WHERE outcome.candidacy_id = candidacy.id AND step.kind = 'ADDITIONAL_INTERVIEW') AS interviewed
       FROM candidacy WHERE candidacy.procedure_id = ANY($1::uuid[]) AND candidacy.status = 'SUITABLE'
       ORDER BY candidacy.submitted_at, candidacy.id`,
      [procedureIds],
    );
  }

  /** Who was chosen first comes first; nobody records in a procedure of which they are a candidate. */
  async unanswered(institutions: readonly string[], holder: string): Promise<UnansweredProcedure[]> {
    const rows: (Omit<UnansweredProcedure, 'decidedAt'> & { readonly decidedAt: Date })[] = await this.manager.query(
      `SELECT ${STARTED_COLUMNS}, decision.decided_at AS "decidedAt", judged.outcome AS judged
       FROM selection_procedure procedure JOIN appointment_decision decision ON decision.procedure_id = procedure.id
         AND decision.status = 'AWAITING_ANSWER'
       LEFT JOIN known_decision judged ON judged.application_id = decision.candidacy_id
         AND judged.conditions = 'APPOINTMENT'
       WHERE procedure.institution = ANY($2) AND procedure.status = 'DECIDED'
         AND NOT EXISTS (${ownCandidacyIn('procedure.id')})
       ORDER BY decision.decided_at, procedure.id`,
      [holder, institutions],
    );
    return rows.map(({ decidedAt, ...row }) => ({ ...row, decidedAt: instantOf(decidedAt) }));
  }

  /** Of who was erased, there is no name to be made public; and nobody publishes in a procedure of which they are a candidate. */
  unpublished(institutions: readonly string[], holder: string): Promise<Unpublished[]> {
    return this.manager.query(
      `SELECT mandate.procedure_id AS "procedureId", mandate.candidacy_id AS application
       FROM mandate JOIN selection_procedure procedure ON procedure.id = mandate.procedure_id
       JOIN candidacy ON candidacy.id = mandate.candidacy_id
       WHERE procedure.institution = ANY($2) AND NOT ${IS_ERASED}
         AND NOT EXISTS (${ownCandidacyIn('procedure.id')})
         AND NOT EXISTS (SELECT FROM appointment_publication published WHERE published.mandate_id = mandate.id)
       ORDER BY mandate.starts_on, mandate.id LIMIT ${MOST_TASKS}`,
      [holder, institutions],
    );
  }
}
