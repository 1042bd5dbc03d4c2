import type { Period, SubjectRecorded, VacancyState } from '@mandate-graph/domain';
import { newestOf, projectVacancies } from '@mandate-graph/persistence';
import { procedureIdOf, stepIdOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { SelectionStepRow } from './procedure.entity.ts';
import { announcedScheme } from './procedure.rules.ts';

type RecordedVacancy = SubjectRecorded<'vacancy'>;

/** A version of a vacancy as its procedure takes it over. */
interface Template {
  readonly vacancy: RecordedVacancy;
  readonly procedureId: string;
  readonly state: VacancyState;
}

/**
 * Makes the procedure of each vacancy that institutions tell of, and lets its steps follow the vacancy for as long as
 * nothing has run. The outcome depends on what was told, not on the order or the number of times it was told in.
 */
export class ProcedureFollower {
  constructor(private readonly manager: EntityManager) {}

  /** To be called in the transaction that moves the feed's cursor. */
  async follow(recorded: readonly RecordedVacancy[]): Promise<void> {
    await projectVacancies(this.manager, recorded);
    const published = recorded.filter((vacancy) => vacancy.periods.length > 0);
    if (published.length === 0) return;
    await this.#create(published);
    const newest = newestOf(published).map(templateOf);
    const taken = await this.#takeOver(newest);
    await this.#replaceSteps(newest.filter(({ procedureId }) => taken.has(procedureId)));
  }

  /** A late event of an earlier version still tells since when there is a procedure. Their rows are locked by id. */
  async #create(published: readonly RecordedVacancy[]): Promise<void> {
    await this.manager.query(
      `INSERT INTO selection_procedure AS procedure
         (id, vacancy_id, institution, vacancy_version, created_at, version, recorded_at, recorded_by)
       SELECT id, vacancy_id, institution, 0, min(told_at), 1, min(told_at), 'feed:' || institution
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) AS told(id, vacancy_id, institution, told_at)
       GROUP BY id, vacancy_id, institution ORDER BY id
       ON CONFLICT (id) DO UPDATE SET created_at = least(procedure.created_at, excluded.created_at),
         recorded_at = CASE procedure.version WHEN 1 THEN least(procedure.recorded_at, excluded.recorded_at)
           ELSE procedure.recorded_at END`,
      [
        published.map(({ id }) => procedureIdOf(id)),
        published.map(({ id }) => id),
        published.map(({ institution }) => institution),
        published.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  /** Ids of the procedures that take over this version: it is newer than theirs, and they have not started. */
  async #takeOver(templates: readonly Template[]): Promise<ReadonlySet<string>> {
    const [rows]: [{ id: string }[], number] = await this.manager.query(
      `UPDATE selection_procedure AS procedure
       SET vacancy_version = told.version, suitability_scheme = told.scheme
       FROM unnest($1::uuid[], $2::int[], $3::text[]) AS told(id, version, scheme)
       WHERE procedure.id = told.id AND procedure.vacancy_version < told.version AND procedure.started_at IS NULL
       RETURNING procedure.id`,
      [
        templates.map(({ procedureId }) => procedureId),
        templates.map(({ vacancy }) => vacancy.version),
        templates.map(({ state }) => announcedScheme(state.announcedSteps)),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A step that stays keeps its id, whatever else of it changes; those of the authority's own are not touched. */
  async #replaceSteps(templates: readonly Template[]): Promise<void> {
    const rows = templates.flatMap(stepsOf);
    await this.manager.query(
      `DELETE FROM selection_step
       WHERE procedure_id = ANY($1::uuid[]) AND announced_key IS NOT NULL AND id <> ALL($2::uuid[])`,
      [templates.map(({ procedureId }) => procedureId), rows.map(({ id }) => id)],
    );
    if (rows.length === 0) return;
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(SelectionStepRow)
      .values(rows)
      .orUpdate(['announced_key', 'position', 'kind', 'name', 'eliminatory', 'recorded_at', 'recorded_by'], ['id'])
      .execute();
  }
}

const templateOf = (vacancy: RecordedVacancy): Template => ({
  vacancy,
  procedureId: procedureIdOf(vacancy.id),
  state: latest(vacancy.periods),
});

/** Of a vacancy that changes on a day to come, the later state: a procedure runs after the closing, on what stands then. */
const latest = (periods: readonly Period<VacancyState>[]): VacancyState =>
  [...periods].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0]!.state;

const stepsOf = ({ vacancy, procedureId, state }: Template): SelectionStepRow[] =>
  state.announcedSteps.map(({ key, position, kind, name, eliminatory }) => ({
    id: stepIdOf(procedureId, key),
    procedureId,
    key,
    announcedKey: key,
    position,
    kind,
    name,
    eliminatory,
    status: 'PENDING',
    version: 1,
    recordedAt: new Date(vacancy.recordedAt),
    recordedBy: `feed:${vacancy.institution}`,
    reason: null,
  }));
