import type { EntityManager } from 'typeorm';
import type { Counts } from './result.rules.ts';

export interface ResultRecord extends Counts {
  readonly submittedAt: Date;
}

export class ResultRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order asked for, in one statement; null where nothing was submitted. */
  async ofProcedures(ids: readonly string[]): Promise<(ResultRecord | null)[]> {
    const rows: (ResultRecord & { readonly id: string })[] = await this.manager.query(
      `SELECT id, suitable, unsuitable, recorded_at AS "submittedAt" FROM submitted_result WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
