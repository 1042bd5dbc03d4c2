import type { SubjectRecorded } from '@mandate-graph/domain';
import { newestOf } from '@mandate-graph/persistence';
import type { EntityManager } from 'typeorm';
import { reportingLinesOf } from './reporting.rules.ts';

/** Takes in what institutions tell of posts and of lines between them. Events may come twice and in any order. */
export class ReportingFollower {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Gives the vacancies for which it may bar somebody else now: where lines have changed, those on whose committees somebody
   * holds a post. To be called in the transaction that moves the feed's cursor.
   */
  async follow(
    positions: readonly SubjectRecorded<'position'>[],
    lines: readonly SubjectRecorded<'line'>[],
  ): Promise<readonly string[]> {
    await this.#positions(newestOf(positions));
    return (await this.#lines(newestOf(lines))) ? this.#withPosts() : [];
  }

  async #positions(newest: readonly SubjectRecorded<'position'>[]): Promise<void> {
    if (newest.length === 0) return;
    await this.manager.query(
      `INSERT INTO known_position (id, version, valid)
       SELECT id, version, valid::datemultirange FROM unnest($1::text[], $2::int[], $3::text[]) AS told(id, version, valid)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, valid = excluded.valid
         WHERE excluded.version > known_position.version`,
      [
        newest.map(({ id }) => id),
        newest.map(({ version }) => version),
        newest.map(({ periods }) => `{${periods.map(({ validFrom, validTo }) => rangeOf(validFrom, validTo)).join()}}`),
      ],
    );
  }

  /** Tells whether any is new. */
  async #lines(newest: readonly SubjectRecorded<'line'>[]): Promise<boolean> {
    if (newest.length === 0) return false;
    const moved: { id: string }[] = await this.manager.query(
      `INSERT INTO known_line (id, version) SELECT * FROM unnest($1::text[], $2::int[])
       ON CONFLICT (id) DO UPDATE SET version = excluded.version WHERE excluded.version > known_line.version
       RETURNING id`,
      [newest.map(({ id }) => id), newest.map(({ version }) => version)],
    );
    const ids = new Set(moved.map(({ id }) => id));
    await this.manager.query('DELETE FROM reporting_line WHERE line_id = ANY($1)', [[...ids]]);
    const rows = newest
      .filter(({ id }) => ids.has(id))
      .flatMap((line) => reportingLinesOf(line).map((one, place) => ({ ...one, id: line.id, place })));
    await this.manager.query(
      `INSERT INTO reporting_line (line_id, place, lower_position, upper_position, valid)
       SELECT id, place, lower, upper, valid::daterange
       FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[]) AS told(id, place, lower, upper, valid)`,
      [
        ...[rows.map(({ id }) => id), rows.map(({ place }) => place), rows.map(({ lower }) => lower)],
        ...[rows.map(({ upper }) => upper), rows.map(({ validFrom, validTo }) => rangeOf(validFrom, validTo))],
      ],
    );
    return moved.length > 0;
  }

  async #withPosts(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT vacancy_id AS id FROM selection_procedure procedure WHERE EXISTS (SELECT FROM committee_member member
         WHERE member.procedure_id = procedure.id AND member.position_id IS NOT NULL AND member.left_at IS NULL)`,
    );
    return rows.map(({ id }) => id);
  }
}

/** As PostgreSQL writes a range of days; null is open. */
const rangeOf = (from: string | null, to: string | null): string => `[${from ?? ''},${to ?? ''})`;
