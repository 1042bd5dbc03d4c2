import type { NotificationSent, VacancyState } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { PENDING } from '../request/request.repository.ts';
import type { Sendable } from './notification.rules.ts';

/** A notification as it is kept. */
export interface NotificationRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly about: NotificationSent['about'];
  readonly stepId: string | null;
  readonly negative: boolean;
  readonly sentAt: Date;
  /** From when its windows run: never before. */
  readonly runsFrom: Date;
  readonly remedyStated: boolean;
  readonly byLetter: boolean;
  /** It told of an outcome that does not stand any more: a contest was upheld, or another decision was taken. */
  readonly lifted: boolean;
}

/** Of a notification: the step it is about came to something else since. */
const LIFTED = `(about = 'STEP' AND negative AND EXISTS (SELECT FROM step_outcome outcome
  WHERE outcome.candidacy_id = notification.candidacy_id AND outcome.step_id = notification.step_id
    AND outcome.result NOT IN ('FAILED', 'NOT_REGISTERED', 'ABSENT', 'BARRED')))`;

/** Of `procedure`: how many of its candidates have not been sent what was decided against them; who was erased cannot be. */
export const WAITING = `(SELECT count(*)::int FROM candidacy concerned
  WHERE concerned.procedure_id = procedure.id AND concerned.status IN ('EXCLUDED', 'UNSUITABLE', 'NOT_APPOINTED')
    AND NOT EXISTS (SELECT FROM erased_person WHERE person = 'candidate:' || concerned.candidate_id)
    AND NOT EXISTS (SELECT FROM notification WHERE notification.candidacy_id = concerned.id AND negative
      AND notification.recorded_at >= concerned.recorded_at
      AND NOT ${LIFTED} AND (concerned.status <> 'NOT_APPOINTED' OR about = 'DECISION')))`;

export class NotificationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Of many candidacies, oldest first, in one statement. */
  async ofCandidacies(ids: readonly string[]): Promise<NotificationRow[][]> {
    const rows: NotificationRow[] = await this.manager.query(
      `SELECT id, candidacy_id AS "candidacyId", about, step_id AS "stepId", negative, sent_at AS "sentAt",
         runs_from AS "runsFrom", remedy_stated AS "remedyStated", by_letter AS "byLetter", ${LIFTED} AS lifted
       FROM notification WHERE candidacy_id = ANY($1::uuid[]) ORDER BY sent_at, id`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ candidacyId }) => candidacyId === id));
  }

  /** Everybody of a procedure, with what a step, or else the result, came to, and whether that has been sent. */
  sendable(procedureId: string, about: NotificationSent['about'], stepId: string | null): Promise<Sendable[]> {
    return this.manager.query(
      `SELECT candidacy.id, candidacy.candidate_id AS "candidateId", candidacy.status, outcome.result,
         outcome.rule IS NOT NULL AS "byRule",
         EXISTS (SELECT FROM notification WHERE notification.candidacy_id = candidacy.id AND about = $2
           AND notification.step_id IS NOT DISTINCT FROM $3
           AND notification.recorded_at >= coalesce(outcome.recorded_at, candidacy.recorded_at)) AS sent,
         CASE WHEN $2 = 'DECISION' THEN candidacy.recorded_at ELSE coalesce(outcome.recorded_at, candidacy.recorded_at) END AS since
       FROM candidacy
       LEFT JOIN selection_step step ON step.procedure_id = candidacy.procedure_id
         AND CASE WHEN $3::uuid IS NULL THEN step.kind = 'RESULT' ELSE step.id = $3 END
       LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = step.id
       WHERE candidacy.procedure_id = $1 ORDER BY candidacy.submitted_at, candidacy.id`,
      [procedureId, about, stepId],
    );
  }

  /** Rules that brought an outcome about, of many candidacies: when their candidates were told. */
  async byRule(ids: readonly string[]): Promise<Date[][]> {
    const rows: { candidacyId: string; at: Date }[] = await this.manager.query(
      `SELECT candidacy_id AS "candidacyId", recorded_at AS at FROM step_outcome
       WHERE candidacy_id = ANY($1::uuid[]) AND result IN ('NOT_REGISTERED', 'ABSENT', 'BARRED')`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ candidacyId }) => candidacyId === id).map(({ at }) => at));
  }

  /** Of many candidacies, when they were chosen and told so by a decision that waits for their answer; null: they were not. */
  async chosenAt(ids: readonly string[]): Promise<(Date | null)[]> {
    const rows: { candidacyId: string; at: Date }[] = await this.manager.query(
      `SELECT candidacy_id AS "candidacyId", decided_at AS at FROM appointment_decision
       WHERE candidacy_id = ANY($1::uuid[]) AND status = 'AWAITING_ANSWER'`,
      [ids],
    );
    return ids.map((id) => rows.find(({ candidacyId }) => candidacyId === id)?.at ?? null);
  }

  /** Of many candidacies, whether a contest is open or an appeal is pending. */
  async pending(ids: readonly string[]): Promise<boolean[]> {
    const rows: { candidacyId: string }[] = await this.manager.query(
      `SELECT DISTINCT candidacy_id AS "candidacyId" FROM candidate_request request
       WHERE candidacy_id = ANY($1::uuid[]) AND ${PENDING}`,
      [ids],
    );
    return ids.map((id) => rows.some(({ candidacyId }) => candidacyId === id));
  }

  /** What many procedures run by; null for those that have not started. */
  async startedBy(procedureIds: readonly string[]): Promise<(StartedBy | null)[]> {
    const rows: (StartedBy & { id: string })[] = await this.manager.query(
      `SELECT id, legal_regime AS "legalRegime", regime_from::text AS "regimeFrom", template, ended_at AS "endedAt"
       FROM selection_procedure WHERE id = ANY($1::uuid[]) AND started_at IS NOT NULL`,
      [procedureIds],
    );
    return procedureIds.map((id) => rows.find((row) => row.id === id) ?? null);
  }

  /**
   * Everything that was sent within procedures, how many candidates wait for what is against them, and of contests and
   * appeals whether one has not come to an end, and when the last one did.
   */
  async sentIn(procedureIds: readonly string[]): Promise<SentIn[]> {
    const rows: (SentIn & { id: string })[] = await this.manager.query(
      `SELECT procedure.id,
         coalesce((SELECT jsonb_agg(jsonb_build_object('about', about, 'negative', negative, 'remedyStated', remedy_stated,
           'runsFrom', runs_from)) FROM notification
           WHERE notification.procedure_id = procedure.id AND NOT ${LIFTED}), '[]') AS sent,
         ${WAITING} AS waiting,
         EXISTS (SELECT FROM candidate_request request
           WHERE request.procedure_id = procedure.id AND ${PENDING}) AS pending,
         (SELECT max(answered_at) FROM candidate_request request
          WHERE request.procedure_id = procedure.id AND kind IN ('CONTEST', 'APPEAL')) AS "settledAt"
       FROM selection_procedure procedure WHERE procedure.id = ANY($1::uuid[])`,
      [procedureIds],
    );
    return procedureIds.map((id) => rows.find((row) => row.id === id)!);
  }
}

/** What a procedure runs by. */
export interface StartedBy {
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState;
  readonly endedAt: Date | null;
}

export interface SentIn {
  readonly sent: readonly {
    about: NotificationSent['about'];
    negative: boolean;
    remedyStated: boolean;
    runsFrom: string;
  }[];
  readonly waiting: number;
  readonly pending: boolean;
  readonly settledAt: Date | null;
}
