import type { EntityManager } from 'typeorm';

/** Who is over whom on a local day (yyyy-mm-dd), and which posts there are. */
export class ReportingRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly day: string,
  ) {}

  async isPosition(id: string): Promise<boolean> {
    const [row]: { known: boolean }[] = await this.manager.query(
      'SELECT EXISTS (SELECT FROM known_position WHERE id = $1 AND valid @> $2::date) AS known',
      [id, this.day],
    );
    return row!.known;
  }

  /**
   * By post: every post in its line, above it and below it, however many steps away, and the post itself. What is
   * reached twice is not followed twice, so that lines in a ring come to an end.
   */
  async linesOf(positions: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const lines = new Map<string, Set<string>>(positions.map((position) => [position, new Set([position])]));
    if (lines.size === 0) return lines;
    const rows: { start: string; position: string }[] = await this.manager.query(
      `WITH RECURSIVE line AS (
         SELECT lower_position AS lower, upper_position AS upper FROM reporting_line WHERE valid @> $2::date
       ), above (start, position) AS (
         SELECT start, start FROM unnest($1::text[]) AS given(start)
         UNION SELECT above.start, line.upper FROM above JOIN line ON line.lower = above.position
       ), below (start, position) AS (
         SELECT start, start FROM unnest($1::text[]) AS given(start)
         UNION SELECT below.start, line.lower FROM below JOIN line ON line.upper = below.position
       )
       SELECT start, position FROM above UNION SELECT start, position FROM below`,
      [[...lines.keys()], this.day],
    );
    for (const { start, position } of rows) lines.get(start)!.add(position);
    return lines;
  }
}
