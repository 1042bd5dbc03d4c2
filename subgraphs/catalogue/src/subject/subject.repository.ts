import type { DataSource } from 'typeorm';
import type { Moment } from './subject.rules.ts';

/** Whether subjects exist, and hold on a day: one statement, whatever their number. */
export class SubjectRepository {
  constructor(private readonly source: DataSource) {}

  async exist(moments: readonly Moment[]): Promise<boolean[]> {
    const holds = (row: string) =>
      `${row}.id = asked.id AND (asked.day IS NULL OR (${row}.valid_from <= asked.day AND asked.day < ${row}.valid_to))`;
    const rows: { found: boolean }[] = await this.source.query(
      `SELECT EXISTS (SELECT FROM vacancy row WHERE ${holds('row')})
           OR EXISTS (SELECT FROM party row WHERE ${holds('row')}) AS found
       FROM unnest($1::text[], $2::date[]) WITH ORDINALITY AS asked(id, day, place) ORDER BY asked.place`,
      [moments.map((moment) => moment.id), moments.map((moment) => moment.day)],
    );
    return rows.map((row) => row.found);
  }
}
