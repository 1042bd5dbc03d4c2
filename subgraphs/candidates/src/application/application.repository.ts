import type { EntityManager } from 'typeorm';
import { COUNTED_STATUSES } from './application.rules.ts';

/** Statements on applications: each is one, whatever the number of vacancies. */
export class ApplicationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Applications per vacancy, in the order asked for; null for a vacancy that is unknown, or no longer public. */
  async countsOf(vacancyIds: readonly string[]): Promise<(number | null)[]> {
    const rows: { id: string; count: number }[] = await this.manager.query(
      `SELECT vacancy.id, count(application.id)::int AS count
       FROM vacancy_projection vacancy
       LEFT JOIN application ON application.vacancy_id = vacancy.id AND application.status = ANY($2)
       WHERE vacancy.id = ANY($1) AND EXISTS (SELECT FROM vacancy_period WHERE vacancy_id = vacancy.id)
       GROUP BY vacancy.id`,
      [vacancyIds, COUNTED_STATUSES],
    );
    const counts = new Map(rows.map((row) => [row.id, row.count]));
    return vacancyIds.map((id) => counts.get(id) ?? null);
  }
}
