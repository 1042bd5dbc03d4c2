import { type CandidacyStatus, closesAt, localDay, statusAt, TIME_ZONE } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../application/application.state.rules.ts';
import { type LatestVacancy, VacancyVersions } from '../vacancy/vacancy.versions.ts';
import { OF_APPLICATIONS } from './held.ts';
import type { ApplicationFacts, DecisionFacts, VacancyFacts } from './windows.rules.ts';

interface Row extends Pick<Standing, 'status' | 'submitted' | 'lapsedBy' | 'contest'> {
  readonly id: string;
  readonly vacancyId: string;
  readonly actedAt: Date;
  readonly filledAt: Date | null;
  readonly contestsRejectedAt: readonly Date[];
  readonly candidacy: CandidacyStatus | null;
  readonly ended: boolean;
  readonly appealPending: boolean;
  readonly feedbackUntil: string | null;
  readonly appealUntil: string | null;
  readonly waitingUntil: string | null;
}

interface DecisionRow extends Pick<DecisionFacts, 'outcome' | 'remedyStated'> {
  readonly applicationId: string;
  readonly notifiedAt: Date;
}

/** Reads all that the windows of a candidate follow from. */
export class FactsRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The applications of a candidate, in three statements however many there are. */
  async ofCandidate(candidateId: string, now: Temporal.Instant): Promise<ApplicationFacts[]> {
    const rows = await this.#applications(candidateId);
    const decisions = await this.#decisions(candidateId);
    const vacancies = await new VacancyVersions(this.manager).latest(
      rows.map(({ vacancyId }) => vacancyId),
      localDay(now).toString(),
    );
    return rows.map((row) => {
      const { id, vacancyId, status, submitted, lapsedBy, contest, actedAt, filledAt, contestsRejectedAt } = row;
      const { candidacy, ended, appealPending, feedbackUntil, appealUntil, waitingUntil } = row;
      return {
        id,
        vacancyId,
        standing: { status, submitted, lapsedBy, contest },
        actedAt: instantOf(actedAt),
        vacancy: vacancyFacts(vacancies.get(vacancyId), filledAt, now),
        decisions: decisions
          .filter(({ applicationId }) => applicationId === id)
          .map(({ notifiedAt, outcome, remedyStated }) => ({
            ...{ outcome, remedyStated, notifiedAt: instantOf(notifiedAt) },
          })),
        contestsRejectedAt: contestsRejectedAt.map(instantOf),
        selection: { candidacy, ended, appealPending, feedbackUntil, appealUntil, waitingUntil },
      };
    });
  }

  /** A vacancy is filled since the oldest of its newest versions that all say so, or since the day they name. */
  #applications(candidateId: string): Promise<Row[]> {
    return this.manager.query(
      `SELECT id, vacancy_id AS "vacancyId", status, submitted_at IS NOT NULL AS submitted, lapsed_by AS "lapsedBy",
         contest, recorded_at AS "actedAt",
         (SELECT min(greatest(told.recorded_at, (period->>'validFrom')::timestamp AT TIME ZONE $2))
          FROM vacancy_version told, jsonb_array_elements(told.periods) period
          WHERE told.vacancy_id = application.vacancy_id AND period->'state'->>'publication' = 'FILLED'
            AND NOT EXISTS (SELECT FROM vacancy_version later
              WHERE later.vacancy_id = told.vacancy_id AND later.version > told.version
                AND NOT later.periods @? '$[*].state.publication ? (@ == "FILLED")')) AS "filledAt",
         ARRAY(SELECT recorded_at WHERE reason = 'REJECT_CONTEST'
           UNION ALL SELECT (state->>'recorded_at')::timestamptz FROM application_history
           WHERE application_history.id = application.id AND state->>'reason' = 'REJECT_CONTEST') AS "contestsRejectedAt",
         (SELECT status FROM selection_standing WHERE application_id = application.id) AS candidacy,
         EXISTS (SELECT FROM selection_ending WHERE vacancy_id = application.vacancy_id) AS ended,
         EXISTS (SELECT FROM selection_appeal WHERE application_id = application.id AND pending) AS "appealPending",
         (SELECT max(feedback_until)::text FROM selection_notification WHERE application_id = application.id) AS "feedbackUntil",
         (SELECT max(appeal_until)::text FROM selection_notification WHERE application_id = application.id) AS "appealUntil",
         (SELECT max(waiting_until)::text FROM selection_notification WHERE application_id = application.id) AS "waitingUntil"
       FROM application WHERE candidate_id = $1 ORDER BY id`,
      [candidateId, TIME_ZONE],
    );
  }

  #decisions(candidateId: string): Promise<DecisionRow[]> {
    return this.manager.query(
      `SELECT application_id AS "applicationId", outcome, remedy_stated AS "remedyStated", recorded_at AS "notifiedAt"
       FROM eligibility_decision WHERE ${OF_APPLICATIONS}`,
      [candidateId],
    );
  }
}

function vacancyFacts(
  latest: LatestVacancy | undefined,
  filledAt: Date | null,
  now: Temporal.Instant,
): VacancyFacts | null {
  if (latest === undefined) return null;
  const state = latest.known?.state;
  if (state === undefined) return { status: 'WITHDRAWN', closesAt: null, feedback: null, filledAt: null };
  return {
    status: statusAt(state, now),
    closesAt: closesAt(state.applicationDeadline),
    feedback: state.rights.find(({ kind }) => kind === 'FEEDBACK')?.duration ?? null,
    filledAt: filledAt === null ? null : instantOf(filledAt),
  };
}
