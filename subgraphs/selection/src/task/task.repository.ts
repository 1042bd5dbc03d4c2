import type { CandidacyStatus, VacancyState } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { COMMITTEE_STEPS } from '../committee/committee.rules.ts';
import { JUDGED } from '../interest/interest.repository.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import type { Concerned } from './task.rules.ts';

/** Of a candidacy: there is nobody any more to be told of anything, or to do anything with. */
export const IS_ERASED = `EXISTS (SELECT FROM erased_person WHERE person = 'candidate:' || candidacy.candidate_id)`;

/** What a procedure runs by. */
export interface StartedProcedure {
  readonly id: string;
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState;
}

export const STARTED_COLUMNS = `procedure.id, procedure.legal_regime AS "legalRegime",
  procedure.regime_from::text AS "regimeFrom", procedure.template`;

/** A step, with who is in it. */
export interface StepFacts extends StepRecord {
  readonly procedureId: string;
  /** Everybody without an outcome. */
  readonly waiting: number;
  /** Those of them who have not been erased. */
  readonly whom: Concerned;
}

/** Of many procedures, in their order. */
export async function stepsIn(manager: EntityManager, procedureIds: readonly string[]): Promise<StepFacts[]> {
  const rows: (Omit<StepFacts, 'whom'> & Concerned)[] = await manager.query(
    `WITH here AS (
       SELECT step_id, count(*)::int AS waiting, count(*) FILTER (WHERE NOT erased)::int AS count,
         CASE count(*) FILTER (WHERE NOT erased) WHEN 1 THEN min(id::text) FILTER (WHERE NOT erased) END AS one
       FROM (SELECT id, step_id, ${IS_ERASED} AS erased FROM candidacy
         WHERE procedure_id = ANY($1::uuid[]) AND status = 'IN_PROGRESS') known
       GROUP BY step_id
     )
     SELECT step.id, step.procedure_id AS "procedureId", step.key, step.position, step.kind, step.name,
       step.eliminatory, step.status, step.version, coalesce(here.waiting, 0) AS waiting,
       coalesce(here.count, 0) AS count, here.one
     FROM selection_step step LEFT JOIN here ON here.step_id = step.id
     WHERE step.procedure_id = ANY($1::uuid[]) ORDER BY step.position, step.key`,
    [procedureIds],
  );
  return rows.map(({ count, one, ...step }) => ({ ...step, whom: { count, one } }));
}

/** A candidacy that has come as far as the committee. */
export interface BeforeCommittee {
  readonly id: string;
  readonly procedureId: string;
  readonly status: CandidacyStatus;
  readonly stepId: string;
  readonly erased: boolean;
  /** When the hearing is to begin to which the candidate was invited, and which has not been held; null: none. */
  readonly invitedAt: Temporal.Instant | null;
  /** Ids of the members whose scores are in. */
  readonly scorers: readonly string[];
  /** The candidate was told the result. */
  readonly sent: boolean;
}

/** Of many procedures, in the order of submission. */
export async function beforeCommitteeIn(
  manager: EntityManager,
  procedureIds: readonly string[],
): Promise<BeforeCommittee[]> {
  const rows: (Omit<BeforeCommittee, 'invitedAt'> & { readonly invitedAt: Date | null })[] = await manager.query(
    `SELECT candidacy.id, candidacy.procedure_id AS "procedureId", candidacy.status, candidacy.step_id AS "stepId",
       ${IS_ERASED} AS erased, hearing.starts_at AS "invitedAt",
       ARRAY(SELECT member_id FROM committee_score WHERE candidacy_id = candidacy.id) AS scorers,
       EXISTS (SELECT FROM notification WHERE candidacy_id = candidacy.id AND about = 'RESULT') AS sent
     FROM candidacy JOIN selection_step step ON step.id = candidacy.step_id AND step.kind = ANY($2)
     LEFT JOIN hearing ON hearing.candidacy_id = candidacy.id AND hearing.step_id = candidacy.step_id
       AND hearing.status = 'INVITED'
     WHERE candidacy.procedure_id = ANY($1::uuid[]) AND candidacy.status = ANY($3)
     ORDER BY candidacy.submitted_at, candidacy.id`,
    [procedureIds, COMMITTEE_STEPS, JUDGED],
  );
  return rows.map(({ invitedAt, ...row }) => ({
    ...row,
    invitedAt: invitedAt === null ? null : instantOf(invitedAt),
  }));
}
