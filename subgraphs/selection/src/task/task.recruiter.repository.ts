import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import type { Seats } from './task.assessment.rules.ts';
import type { OpenRequest, WaitingProcedure } from './task.procedure.rules.ts';
import { IS_ERASED, STARTED_COLUMNS, type StartedProcedure } from './task.repository.ts';
import { type Concerned, concerned, MOST_TASKS } from './task.rules.ts';

interface RunningProcedure extends StartedProcedure {
  readonly institution: string;
}

interface SeatRow extends Concerned {
  readonly procedureId: string;
  readonly stepId: string;
  readonly what: Exclude<keyof Seats, 'stepId'>;
}

/**
 * What a recruiter’s tasks follow from: each is one statement, whatever the number of procedures and candidates. Nothing of
 * a procedure of which they are a candidate.
 */
export class RecruiterTaskRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly institutions: readonly string[],
    /** Digest of the subject they sign in with. */
    private readonly holder: string,
  ) {}

  /** Procedures that have not started, and so have no candidates, of vacancies that are closed on a local day (yyyy-mm-dd). */
  waiting(day: string, now: Temporal.Instant): Promise<WaitingProcedure[]> {
    return this.manager.query(
      `SELECT procedure.id, procedure.institution, vacancy.publication, vacancy.opens_on::text AS "opensOn",
         vacancy.state->'applicationDeadline' AS "applicationDeadline", vacancy.state->'vacantPositions' AS "vacantPositions",
         ARRAY(SELECT jsonb_build_object('kind', kind) FROM selection_step WHERE procedure_id = procedure.id) AS steps
       FROM selection_procedure procedure
       CROSS JOIN LATERAL (
         SELECT publication, opens_on, closes_at, state FROM vacancy_period period
         WHERE period.vacancy_id = procedure.vacancy_id
         ORDER BY daterange(valid_from, valid_to) @> $2::date DESC, valid_from DESC NULLS LAST LIMIT 1
       ) vacancy
       WHERE procedure.institution = ANY($1) AND procedure.status = 'NOT_STARTED' AND vacancy.closes_at <= $3
       ORDER BY vacancy.closes_at, procedure.id`,
      [this.institutions, day, now.toString()],
    );
  }

  running(): Promise<RunningProcedure[]> {
    return this.manager.query(
      `SELECT ${STARTED_COLUMNS}, procedure.institution FROM selection_procedure procedure
       WHERE procedure.institution = ANY($2) AND procedure.status = 'RUNNING'
         AND NOT EXISTS (${ownCandidacyIn('procedure.id')}) ORDER BY procedure.started_at, procedure.id`,
      [this.holder, this.institutions],
    );
  }

  /** By procedure. */
  async seats(procedureIds: readonly string[], now: Temporal.Instant): Promise<ReadonlyMap<string, readonly Seats[]>> {
    const rows: SeatRow[] = await this.manager.query(
      `SELECT "procedureId", "stepId", what, count(*)::int AS count, CASE count(*) WHEN 1 THEN min(id::text) END AS one
       FROM (
         SELECT candidacy.id, candidacy.procedure_id AS "procedureId", candidacy.step_id AS "stepId",
           CASE WHEN seat.status IS NULL THEN 'unseated' WHEN seat.ends_at > $2 THEN 'ahead'
             WHEN seat.status = 'BOOKED' THEN 'unattended' ELSE 'unassessed' END AS what
         FROM candidacy JOIN selection_step step ON step.id = candidacy.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
         LEFT JOIN LATERAL (
           SELECT booking.status, session.ends_at FROM session_booking booking
           JOIN test_session session ON session.id = booking.session_id
           WHERE booking.candidacy_id = candidacy.id AND booking.status IN ('BOOKED', 'PRESENT')
         ) seat ON true
         WHERE candidacy.procedure_id = ANY($1::uuid[]) AND candidacy.status = 'IN_PROGRESS' AND NOT ${IS_ERASED}
       ) here WHERE what <> 'ahead' GROUP BY "procedureId", "stepId", what`,
      [procedureIds, now.toString()],
    );
    return new Map(procedureIds.map((id) => [id, seatsOf(rows.filter(({ procedureId }) => procedureId === id))]));
  }

  /** Oldest first. */
  requests(): Promise<OpenRequest[]> {
    return this.manager.query(
      `SELECT request.procedure_id AS "procedureId", request.candidacy_id AS application, request.kind
       FROM candidate_request request JOIN selection_procedure procedure ON procedure.id = request.procedure_id
       JOIN candidacy ON candidacy.id = request.candidacy_id
       WHERE procedure.institution = ANY($2) AND request.status = 'OPEN' AND NOT ${IS_ERASED}
         AND NOT EXISTS (${ownCandidacyIn('procedure.id')})
       ORDER BY request.filed_at, request.id LIMIT ${MOST_TASKS}`,
      [this.holder, this.institutions],
    );
  }
}

const seatsOf = (rows: readonly SeatRow[]): Seats[] =>
  [...new Set(rows.map(({ stepId }) => stepId))].map((stepId) => {
    const of = (asked: SeatRow['what']): Concerned =>
      rows.find((row) => row.stepId === stepId && row.what === asked) ?? concerned([]);
    return { stepId, unseated: of('unseated'), unattended: of('unattended'), unassessed: of('unassessed') };
  });
