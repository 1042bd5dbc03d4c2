import type { LocalDeadline, ProcedureEnding, SuitabilityScheme, VacancyState } from '@mandate-graph/domain';
import { type EntityManager, In } from 'typeorm';
import { WAITING } from '../notification/notification.repository.ts';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import { SelectionStepRow } from './procedure.entity.ts';
import type { RunningStatus } from './procedure.state.rules.ts';

/** A procedure with what decides its status. */
export interface ProcedureFacts {
  readonly id: string;
  readonly vacancyId: string;
  readonly suitabilityScheme: SuitabilityScheme | null;
  readonly legalRegime: string | null;
  readonly institution: string;
  readonly recorded: RunningStatus;
  readonly ending: ProcedureEnding | null;
  readonly version: number;
  /** The committee has submitted a result, or it ended by what the committee submitted. */
  readonly submitted: boolean;
  /** How many candidates have not been sent yet what was decided against them. */
  readonly waiting: number;
  /** Whoever asks is a candidate of it. */
  readonly amongCandidates: boolean;
  readonly createdAt: Date;
  readonly publication: VacancyState['publication'];
  readonly opensOn: string | null;
  readonly applicationDeadline: LocalDeadline;
}

/** Of `procedure`: a result of which nobody is suitable ends it, at the instant at which it is submitted. */
const SUBMITTED = `(procedure.result_submitted_at IS NOT NULL OR EXISTS (SELECT FROM submitted_result result
  WHERE result.id = procedure.id AND result.recorded_at = procedure.ended_at))`;

/** Of `procedure`: by what everyone is shown it. Before it starts nobody waits for anything. */
export const SHOWN_BY = `${SUBMITTED} AS submitted,
  CASE WHEN procedure.started_at IS NULL THEN 0 ELSE ${WAITING} END AS waiting`;

/** Statements on procedures: each is one, whatever the number asked for. Answers are in the order asked for. */
export class ProcedureRepository {
  constructor(
    private readonly manager: EntityManager,
    /** Digest of the subject of whoever asks. */
    private readonly holder: string,
  ) {}

  byIds(ids: readonly string[], day: string): Promise<(ProcedureFacts | null)[]> {
    return this.#facts('id', 'procedure.id = ANY($2::uuid[])', ids, day);
  }

  byVacancies(vacancyIds: readonly string[], day: string): Promise<(ProcedureFacts | null)[]> {
    return this.#facts('vacancyId', 'procedure.vacancy_id = ANY($2::text[])', vacancyIds, day);
  }

  /** Steps per procedure, in the order of the procedure. */
  async stepsOf(procedureIds: readonly string[]): Promise<SelectionStepRow[][]> {
    const rows = await this.manager.find(SelectionStepRow, {
      where: { procedureId: In([...procedureIds]) },
      order: { position: 'ASC', key: 'ASC' },
    });
    const steps = new Map<string, SelectionStepRow[]>(procedureIds.map((id) => [id, []]));
    for (const row of rows) steps.get(row.procedureId)!.push(row);
    return procedureIds.map((id) => steps.get(id)!);
  }

  /**
   * A vacancy is as its period of the day says, or else as its last one. One without periods is not public (any more),
   * and its procedure is not found.
   */
  async #facts(
    key: 'id' | 'vacancyId',
    condition: string,
    keys: readonly string[],
    day: string,
  ): Promise<(ProcedureFacts | null)[]> {
    const rows: ProcedureFacts[] = await this.manager.query(
      `SELECT procedure.id, procedure.vacancy_id AS "vacancyId", procedure.suitability_scheme AS "suitabilityScheme",
         procedure.legal_regime AS "legalRegime", procedure.institution, procedure.status AS recorded,
         procedure.ending, procedure.version, ${SHOWN_BY},
         EXISTS (${ownCandidacyIn('procedure.id')}) AS "amongCandidates",
         procedure.created_at AS "createdAt", vacancy.publication, vacancy.opens_on::text AS "opensOn",
         vacancy.deadline AS "applicationDeadline"
       FROM selection_procedure procedure
       CROSS JOIN LATERAL (
         SELECT period.publication, period.opens_on, period.state->'applicationDeadline' AS deadline FROM vacancy_period period
         WHERE period.vacancy_id = procedure.vacancy_id
         ORDER BY daterange(period.valid_from, period.valid_to) @> $3::date DESC, period.valid_from DESC NULLS LAST
         LIMIT 1
       ) vacancy
       WHERE ${condition}`,
      [this.holder, keys, day],
    );
    const found = new Map(rows.map((row) => [row[key], row]));
    return keys.map((one) => found.get(one) ?? null);
  }
}
