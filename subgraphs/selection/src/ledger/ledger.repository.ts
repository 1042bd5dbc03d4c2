import { localDay } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import { versionsOf } from '../writing/row.versions.ts';
import type { Attempt, Holding } from './ledger.rules.ts';

/** A version of an attempt as it is kept; the score is sealed in `data`. */
export interface AttemptVersion extends Attempt {
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly procedureId: string;
  readonly institution: string;
  /** Code of the regime of its procedure: levels of another one are not comparable. */
  readonly regime: string | null;
  /** Whether the candidate was told, for as long as it stood: of a pass at once, of a failure by its notification. */
  readonly told: boolean;
  readonly data: Buffer | null;
  readonly version: number;
}

/** An attempt as it stands. */
export interface AttemptRow extends AttemptVersion {
  /** Newest first. */
  readonly earlier: readonly AttemptVersion[];
}

/** When a candidate came into the assessment, and when that came to something; null while they wait in it. */
export interface Opening {
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

/** A mandate, as far as it exempts its holder. */
export interface MandateHeld extends Holding {
  readonly candidateId: string;
  /** Code of the regime of its procedure. */
  readonly regime: string | null;
}

export interface FunctionRow {
  readonly id: string;
  readonly candidacyId: string;
  readonly data: Buffer | null;
  readonly version: number;
}

const TOLD = `(attempt.outcome = 'PASSED' OR EXISTS (SELECT FROM notification
  JOIN selection_step step ON step.id = notification.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
  WHERE notification.candidacy_id = attempt.candidacy_id AND notification.recorded_at >= attempt.recorded_at
    AND notification.recorded_at < attempt.superseded_at))`;

/** Every version of the attempts of these. */
const attemptsOf = (
  whose: string,
): string => `SELECT attempt.id, attempt.candidacy_id AS "candidacyId", attempt.candidate_id AS "candidateId",
    attempt.procedure_id AS "procedureId", procedure.institution, procedure.legal_regime AS regime, attempt.level,
    attempt.test_day::text AS "testDay", attempt.passed_day::text AS "passedDay", attempt.outcome, attempt.rules,
    attempt.data, attempt.version, ${TOLD} AS told,
    (SELECT min(sent_at) FROM notification
     WHERE notification.candidacy_id = attempt.candidacy_id AND about = 'RESULT') AS "rankedAt"
  FROM (${versionsOf('assessment_attempt', whose)}) attempt
  JOIN selection_procedure procedure ON procedure.id = attempt.procedure_id`;

/** A candidate may come into the step more than once, by a contest or a decision that changes: the first time counts. */
const OPENINGS = `SELECT candidacy.id AS "candidacyId", candidacy.candidate_id AS "candidateId",
    step."openedAt", outcome.recorded_at AS "closedAt"
  FROM candidacy
  CROSS JOIN LATERAL (
    SELECT step.id, (SELECT min(at) FROM (
        SELECT candidacy.recorded_at AS at WHERE candidacy.step_id = step.id
        UNION ALL
        SELECT (past.state->>'recorded_at')::timestamptz FROM candidacy_history past
        WHERE past.id = candidacy.id AND past.state->>'step_id' = step.id::text
      ) seen) AS "openedAt"
    FROM selection_step step
    WHERE step.procedure_id = candidacy.procedure_id AND step.kind = 'COMPUTER_ASSESSMENT'
    ORDER BY step.id IS NOT DISTINCT FROM candidacy.step_id DESC, step.position LIMIT 1
  ) step
  LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = step.id
    AND NOT (candidacy.status = 'IN_PROGRESS' AND candidacy.step_id = step.id)`;

type AttemptFound = Omit<AttemptVersion, 'notifiedDay'> & { readonly rankedAt: Date | null };
const OWN = 'kept.candidate_id IN (SELECT candidate_id FROM candidate_holder WHERE holder = $1)';

type OpeningFound = Pick<Opening, 'candidacyId' | 'candidateId'> & { openedAt: Date | null; closedAt: Date | null };

/** Statements on the ledger: each is one, whatever the number asked for. */
export class LedgerRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Across all vacancies, oldest first. */
  async attemptsOf(candidateIds: readonly string[]): Promise<AttemptRow[]> {
    const rows: AttemptFound[] = await this.manager.query(
      `${attemptsOf('kept.candidate_id = ANY($1::uuid[])')} ORDER BY attempt.test_day, attempt.id, attempt.version DESC`,
      [candidateIds],
    );
    return attemptsIn(rows);
  }

  /** What whoever has this digest has been told last, newest first; one more than asked for, where there are more. */
  async page(holder: string, size: number, beyond: readonly [string, string] | null): Promise<AttemptRow[]> {
    const rows: AttemptFound[] = await this.manager.query(
      `SELECT * FROM (
         SELECT DISTINCT ON (found.id) * FROM (${attemptsOf(OWN)}) found WHERE told ORDER BY found.id, version DESC
       ) known
       WHERE $3::date IS NULL OR ("testDay"::date, id) < ($3::date, $4::uuid)
       ORDER BY "testDay"::date DESC, id DESC LIMIT $2::int + 1`,
      [holder, size, beyond?.[0] ?? null, beyond?.[1] ?? null],
    );
    return attemptsIn(rows);
  }

  /** Of candidates who are in a procedure now. */
  openingsIn(procedureId: string, candidateIds: readonly string[]): Promise<Opening[]> {
    const whose = 'candidacy.procedure_id = $1 AND candidacy.candidate_id = ANY($2::uuid[])';
    return this.#openings(`${whose} AND candidacy.status = 'IN_PROGRESS'`, [procedureId, candidateIds]);
  }

  /** Of candidacies of procedures that have an assessment. */
  openingsOf(candidacyIds: readonly string[]): Promise<Opening[]> {
    return this.#openings('candidacy.id = ANY($1::uuid[])', [candidacyIds]);
  }

  functionsOf(candidacyIds: readonly string[]): Promise<FunctionRow[]> {
    return this.manager.query(
      `SELECT id, candidacy_id AS "candidacyId", data, version FROM function_held WHERE candidacy_id = ANY($1::uuid[])`,
      [candidacyIds],
    );
  }

  /** Mandates that came of the procedures of this platform. */
  mandatesOf(candidateIds: readonly string[]): Promise<MandateHeld[]> {
    return this.manager.query(
      `SELECT mandate.id, mandate.candidate_id AS "candidateId", mandate.level, mandate.starts_on::text AS "from",
         mandate.ends_on::text AS "to", procedure.legal_regime AS regime
       FROM mandate JOIN selection_procedure procedure ON procedure.id = mandate.procedure_id
       WHERE mandate.candidate_id = ANY($1::uuid[])`,
      [candidateIds],
    );
  }

  async #openings(condition: string, values: readonly unknown[]): Promise<Opening[]> {
    const rows: OpeningFound[] = await this.manager.query(`${OPENINGS} WHERE ${condition}`, [...values]);
    return rows.map(({ openedAt, closedAt, ...whose }) => ({
      ...{ ...whose, openedOn: dayOf(openedAt), closedOn: dayOf(closedAt) },
    }));
  }
}

const dayOf = (at: Date | null): string | null => (at === null ? null : localDay(instantOf(at)).toString());

/** Each attempt as it stands, of all its versions, newest first. */
function attemptsIn(rows: readonly AttemptFound[]): AttemptRow[] {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.map((id) => {
    const [newest, ...earlier] = rows.filter((row) => row.id === id).map(versionOf);
    return { ...newest!, earlier };
  });
}

const versionOf = ({ rankedAt, ...row }: AttemptFound): AttemptVersion => ({ ...row, notifiedDay: dayOf(rankedAt) });
