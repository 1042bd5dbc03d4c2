import type { EntityManager } from 'typeorm';
import type { Reader, Reading } from './access-log.rules.ts';

export interface LogRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly operation: string;
  readonly candidate: string | null;
  readonly application: string | null;
}

/** Statements on the access log. */
export class AccessLogRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement for all. */
  async note(readings: readonly Reading[]): Promise<void> {
    await this.manager.query(
      `INSERT INTO access_log (at, actor, role, operation, candidate_id, application_id)
       SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[])`,
      [
        readings.map(({ at }) => at),
        readings.map(({ subject }) => subject),
        readings.map(({ role }) => role),
        readings.map(({ operation }) => operation),
        readings.map(({ candidateId }) => candidateId),
        readings.map(({ applicationId }) => applicationId),
      ],
    );
  }

  /**
   * The newest entries before one, of one candidate or of all, one more than asked for showing whether there are more.
   * The same statement notes the reading: without the note there is no answer.
   */
  page(candidate: string | null, before: string | null, size: number, reader: Reader): Promise<LogRow[]> {
    return this.manager.query(
      `WITH noted AS (
         INSERT INTO access_log (at, actor, role, operation, candidate_id)
         VALUES ($4::timestamptz, $5, $6, $7, $1::uuid)
       )
       SELECT id::text, at, actor, role, operation, candidate_id AS candidate, application_id AS application
       FROM access_log
       WHERE ($1::uuid IS NULL OR candidate_id = $1::uuid) AND ($2::bigint IS NULL OR id < $2::bigint)
       ORDER BY access_log.id DESC LIMIT $3::int + 1`,
      [candidate, before, size, reader.at, reader.subject, reader.role, reader.operation],
    );
  }
}
