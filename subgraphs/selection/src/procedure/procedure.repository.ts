import type { LocalDeadline, ProcedureEnding, SuitabilityScheme, VacancyState } from '@mandate-graph/domain';
import { type EntityManager, In } from 'typeorm';
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
  readonly createdAt: Date;
  readonly publication: VacancyState['publication'];
  readonly opensOn: string | null;
  readonly applicationDeadline: LocalDeadline;
}

/** Statements on procedures: each is one, whatever the number asked for. Answers are in the order asked for. */
export class ProcedureRepository {
  constructor(private readonly manager: EntityManager) {}

  byIds(ids: readonly string[], day: string): Promise<(ProcedureFacts | null)[]> {
    return this.#facts('id', 'procedure.id = ANY($1::uuid[])', ids, day);
  }

  byVacancies(vacancyIds: readonly string[], day: string): Promise<(ProcedureFacts | null)[]> {
    return this.#facts('vacancyId', 'procedure.vacancy_id = ANY($1::text[])', vacancyIds, day);
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
         procedure.ending, procedure.version,
         procedure.created_at AS "createdAt", vacancy.publication, vacancy.opens_on::text AS "opensOn",
         vacancy.deadline AS "applicationDeadline"
       FROM selection_procedure procedure
       CROSS JOIN LATERAL (
         SELECT period.publication, period.opens_on, period.state->'applicationDeadline' AS deadline FROM vacancy_period period
         WHERE period.vacancy_id = procedure.vacancy_id
         ORDER BY daterange(period.valid_from, period.valid_to) @> $2::date DESC, period.valid_from DESC NULLS LAST
         LIMIT 1
       ) vacancy
       WHERE ${condition}`,
      [keys, day],
    );
    const found = new Map(rows.map((row) => [row[key], row]));
    return keys.map((one) => found.get(one) ?? null);
  }
}
