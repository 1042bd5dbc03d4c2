import { closesAt } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import type { ProcedureRecord } from '../procedure/procedure.record.ts';
import type { DecisionRecord } from './decision.record.ts';
import type { Eligibility } from './decision.rules.ts';

/** The columns of a decision. */
export const DECISION_COLUMNS = `decision.id, decision.candidacy_id AS "candidacyId", decision.status, decision.authority,
  decision.departs_from_ranking AS "departsFromRanking", decision.language_role AS "languageRole", decision.terms,
  decision.decided_at AS "decidedAt", decision.version`;

/** What acts on a decision need to know. */
export class DecisionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The decision that stands; null: none. */
  async standing(procedureId: string): Promise<DecisionRecord | null> {
    const [row]: DecisionRecord[] = await this.manager.query(
      `SELECT ${DECISION_COLUMNS} FROM appointment_decision decision
       WHERE procedure_id = $1 AND status IN ('AWAITING_ANSWER', 'IN_EFFECT')`,
      [procedureId],
    );
    return row ?? null;
  }

  /** What the recruiter decided on the conditions for being appointed; null: nothing. */
  async eligibility({ template }: ProcedureRecord, applicationId: string): Promise<Eligibility | null> {
    const [row]: Eligibility[] = await this.manager.query(
      `SELECT outcome, judged_on::text AS "judgedOn", judged_file = $2 AS "onFile" FROM known_decision
       WHERE application_id = $1 AND conditions = 'APPOINTMENT'`,
      [applicationId, closesAt(template!.applicationDeadline).toString()],
    );
    return row ?? null;
  }
}
