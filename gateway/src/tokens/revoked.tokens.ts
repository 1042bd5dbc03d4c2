import type { Logger } from '@mandate-graph/runtime';
import pg from 'pg';

const CONNECTIONS = 4;
/** For a connection, and for a statement: who waits here has a token and wants an answer. */
const TIMEOUT = 2_000;

/** The schema is shared with others of the gateway; each makes what it needs, one at a time. */
const PREPARE = `
  SELECT pg_advisory_xact_lock(7301002);
  CREATE SCHEMA IF NOT EXISTS gateway;
  CREATE TABLE IF NOT EXISTS gateway.revoked_token (jti text PRIMARY KEY, until timestamptz NOT NULL);
`;

/** The list of tokens that count no more, though they have not expired. */
export interface RevocationList {
  isRevoked(id: string): Promise<boolean>;
}

/** The list in the gateway’s database, which all its processes share. */
export class RevokedTokens implements RevocationList {
  readonly #pool: pg.Pool;
  #prepared: Promise<unknown> | null = null;

  constructor(databaseUrl: string, log: Logger) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      connectionTimeoutMillis: TIMEOUT,
      query_timeout: TIMEOUT,
      application_name: 'mandate-graph gateway tokens',
    });
    this.#pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  }

  async isRevoked(id: string): Promise<boolean> {
    const rows = await this.#query('SELECT FROM gateway.revoked_token WHERE jti = $1', [id]);
    return rows.length > 0;
  }

  /** Forgets, on this occasion, those that have expired. */
  async revoke(id: string, until: Date): Promise<void> {
    await this.#query(
      `INSERT INTO gateway.revoked_token (jti, until) VALUES ($1, $2)
       ON CONFLICT (jti) DO UPDATE SET until = greatest(revoked_token.until, excluded.until)`,
      [id, until],
    );
    await this.#query('DELETE FROM gateway.revoked_token WHERE until < now()', []);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /**
   * The table is made at the first use, so that without a database the gateway still serves everyone without a token,
   * and again when it may have gone, as it has when a database was restored.
   */
  async #query(sql: string, values: readonly unknown[]): Promise<readonly object[]> {
    this.#prepared ??= this.#pool.query(PREPARE);
    try {
      await this.#prepared;
      return (await this.#pool.query(sql, [...values])).rows;
    } catch (error) {
      this.#prepared = null;
      throw error;
    }
  }
}
