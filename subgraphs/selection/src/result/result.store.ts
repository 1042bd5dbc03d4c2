import type { Work } from '../writing/work.ts';
import type { Counts } from './result.rules.ts';

/** Where the numbers of a result are kept as they were when it was submitted. */
export class ResultStore {
  constructor(private readonly work: Work) {}

  /** A procedure that was opened again after nobody was suitable has its next result here. */
  async put({ suitable, unsuitable }: Counts): Promise<void> {
    const { manager, procedure, now, by } = this.work;
    await manager.query(
      `INSERT INTO submitted_result (id, suitable, unsuitable, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, 1, $4, $5, 'SUBMIT_RESULT')
       ON CONFLICT (id) DO UPDATE SET suitable = excluded.suitable, unsuitable = excluded.unsuitable,
         version = submitted_result.version + 1, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by`,
      [procedure.id, suitable, unsuitable, now.toString(), by],
    );
    this.work.record({
      ...{ act: 'RESULT', about: 'PROCEDURE', aboutId: procedure.id },
      after: { suitable, unsuitable },
    });
  }
}
