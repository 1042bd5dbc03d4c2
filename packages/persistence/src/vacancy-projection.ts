import { closesAt, type SubjectRecorded } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { newestOf } from './recorded.rules.ts';

/**
 * What a subgraph knows of the institutions' vacancies: only what their events told it. A vacancy that is no longer
 * public keeps its row, without periods, so that an older event that comes late does not bring it back.
 */
export const VACANCY_PROJECTION_TABLES: readonly string[] = [
  `CREATE TABLE vacancy_projection (
    id text PRIMARY KEY,
    institution text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL
  )`,
  `CREATE TABLE vacancy_period (
    vacancy_id text NOT NULL REFERENCES vacancy_projection ON DELETE CASCADE,
    place integer NOT NULL,
    valid_from date,
    valid_to date,
    publication text NOT NULL,
    opens_on date,
    deadline date NOT NULL,
    closes_at timestamptz NOT NULL,
    state jsonb NOT NULL,
    PRIMARY KEY (vacancy_id, place),
    CONSTRAINT vacancy_period_valid_order CHECK (valid_from < valid_to)
  )`,
  'CREATE INDEX vacancy_period_closes ON vacancy_period (closes_at)',
];

/**
 * Takes in what institutions recorded, in the caller's transaction. Of each vacancy the highest version stands, so
 * events may come twice and in any order.
 */
export async function projectVacancies(
  manager: EntityManager,
  recorded: readonly SubjectRecorded<'vacancy'>[],
): Promise<void> {
  const newest = newestOf(recorded);
  if (newest.length === 0) return;
  const moved: { id: string }[] = await manager.query(
    `INSERT INTO vacancy_projection (id, institution, version, recorded_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[])
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at
       WHERE excluded.version > vacancy_projection.version
     RETURNING id`,
    [
      newest.map(({ id }) => id),
      newest.map(({ institution }) => institution),
      newest.map(({ version }) => version),
      newest.map(({ recordedAt }) => recordedAt),
    ],
  );
  const ids = moved.map(({ id }) => id);
  await manager.query('DELETE FROM vacancy_period WHERE vacancy_id = ANY($1)', [ids]);
  const periods = newest
    .filter(({ id }) => ids.includes(id))
    .flatMap((vacancy) => vacancy.periods.map((period, place) => ({ ...period, id: vacancy.id, place })));
  await manager.query(
    `INSERT INTO vacancy_period
       (vacancy_id, place, valid_from, valid_to, publication, opens_on, deadline, closes_at, state)
     SELECT * FROM unnest($1::text[], $2::int[], $3::date[], $4::date[], $5::text[], $6::date[], $7::date[],
       $8::timestamptz[], $9::jsonb[])`,
    [
      periods.map(({ id }) => id),
      periods.map(({ place }) => place),
      periods.map(({ validFrom }) => validFrom),
      periods.map(({ validTo }) => validTo),
      periods.map(({ state }) => state.publication),
      periods.map(({ state }) => state.opensOn),
      periods.map(({ state }) => state.applicationDeadline.date),
      periods.map(({ state }) => closesAt(state.applicationDeadline).toString()),
      periods.map(({ state }) => JSON.stringify(state)),
    ],
  );
}
