import type { HolderState, Period } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import type { Mandate } from './mandate.rules.ts';

type Holders = readonly Period<HolderState>[];

const MANDATE = `id, version, vacancy_id AS vacancy, position_id AS position, language_role AS "languageRole",
  starts_on::text AS "startsOn", ends_on::text AS "endsOn", told_on::text AS "toldOn"`;

/** The mandates that an institution has taken in, and the events that it could not take in. */
export class FollowingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Null: none of its versions was taken in. */
  async mandate(id: string): Promise<Mandate | null> {
    const [row]: Mandate[] = await this.manager.query(`SELECT ${MANDATE} FROM followed_mandate WHERE id = $1`, [id]);
    return row ?? null;
  }

  ofPosition(id: string): Promise<Mandate[]> {
    return this.manager.query(`SELECT ${MANDATE} FROM followed_mandate WHERE position_id = $1 ORDER BY id`, [id]);
  }

  ofVacancy(id: string): Promise<Mandate[]> {
    return this.manager.query(`SELECT ${MANDATE} FROM followed_mandate WHERE vacancy_id = $1 ORDER BY id`, [id]);
  }

  /** What was known of how a post is held, on the days of its mandates, apart from these. */
  async otherwise(position: string): Promise<Holders> {
    const rows: { otherwise: Holders }[] = await this.manager.query(
      'SELECT otherwise FROM followed_position WHERE id = $1',
      [position],
    );
    return rows[0]?.otherwise ?? [];
  }

  /** Keeps a mandate at its version. The day on which it was first told of stands. */
  async keep({ id, version, ...mandate }: Mandate, otherwise: Holders): Promise<void> {
    await this.manager.query(
      `INSERT INTO followed_mandate
         (id, version, vacancy_id, position_id, language_role, starts_on, ends_on, told_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, language_role = excluded.language_role,
         starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
      [
        ...[id, version, mandate.vacancy, mandate.position],
        ...[mandate.languageRole, mandate.startsOn, mandate.endsOn, mandate.toldOn],
      ],
    );
    await this.manager.query(
      'INSERT INTO followed_position VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET otherwise = excluded.otherwise',
      [mandate.position, JSON.stringify(otherwise)],
    );
  }

  /** An event that could not be taken in, and why. Tried again, it is the last time that counts. */
  async keepProblem(event: string, mandate: string, what: string): Promise<void> {
    await this.manager.query(
      `INSERT INTO following_problem VALUES ($1, $2, $3, now())
       ON CONFLICT (event_id) DO UPDATE SET what = excluded.what, at = excluded.at`,
      [event, mandate, what],
    );
  }

  /** A mandate that is taken in has no problems any more, nor have its earlier versions. */
  async clearProblems(mandate: string): Promise<void> {
    await this.manager.query('DELETE FROM following_problem WHERE mandate_id = $1', [mandate]);
  }
}
