import type { DataSource } from 'typeorm';
import type { Sought } from './subject.rules.ts';

/** Whether subjects exist, hold on a day, and are known so: one statement, whatever their number. */
export class SubjectRepository {
  constructor(private readonly source: DataSource) {}

  /** What was known at an instant is what the last version recorded by then says. */
  async exist(sought: readonly Sought[]): Promise<boolean[]> {
    const holds = (row: string) =>
      `${row}.id = asked.id AND ${row}.valid_from <= asked.day AND asked.day < ${row}.valid_to`;
    const rows: { found: boolean }[] = await this.source.query(
      `SELECT CASE WHEN asked.known IS NULL THEN
           EXISTS (SELECT FROM vacancy row WHERE ${holds('row')})
           OR EXISTS (SELECT FROM party row WHERE ${holds('row')})
           OR asked.drafts AND EXISTS (SELECT FROM subject row WHERE row.id = asked.id)
         ELSE coalesce((
           SELECT asked.drafts OR row.days @> asked.day FROM subject_version row
           WHERE row.id = asked.id AND row.recorded_at <= asked.known ORDER BY row.version DESC LIMIT 1
         ), false) END AS found
       FROM unnest($1::text[], $2::date[], $3::timestamptz[], $4::boolean[])
         WITH ORDINALITY AS asked(id, day, known, drafts, place)
       ORDER BY asked.place`,
      [
        sought.map(({ id }) => id),
        sought.map(({ day }) => day),
        sought.map(({ knownAt }) => knownAt),
        sought.map(({ drafts }) => drafts),
      ],
    );
    return rows.map((row) => row.found);
  }
}
