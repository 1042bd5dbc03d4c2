import pg from 'pg';
import { OWNER } from './cluster.setup.ts';

/** One advisory lock in the maintenance database, where nothing of the program lives. */
const KEY = 0x6d67;

/** What the client can do and its published types leave out. */
type Referable = pg.Client & { ref(): void; unref(): void };

/**
 * Says that this process uses the server: a shared lock that its own connection holds, and that is gone with the
 * connection, however the process ends.
 */
export class UsageLock {
  #onLost: () => void = () => {};
  #closed = false;
  #lost = false;

  private constructor(private readonly client: pg.Client) {
    const lose = () => {
      if (this.#lost || this.#closed) return;
      this.#lost = true;
      this.#onLost();
    };
    client.on('error', lose);
    client.on('end', lose);
  }

  /** Connects (which proves that the server knows our password), takes the lock, makes the database if it is not there. */
  static async take(port: number, password: string): Promise<UsageLock> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: OWNER,
      password,
      database: 'postgres',
      application_name: 'mandate-graph embedded server',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    const lock = new UsageLock(client);
    try {
      await client.connect();
      const held = await client.query(
        'SELECT pg_advisory_lock_shared($1), EXISTS (SELECT FROM pg_database WHERE datname = $2) AS complete',
        [KEY, OWNER],
      );
      if (!held.rows[0].complete) await client.query(`CREATE DATABASE ${OWNER}`);
    } catch (error) {
      await lock.close();
      throw error;
    }
    // A program that forgets to stop the server must be able to end all the same.
    (client as Referable).unref();
    return lock;
  }

  /** Called once, if the connection breaks before it is closed. */
  set onLost(listener: () => void) {
    this.#onLost = listener;
    if (this.#lost) listener();
  }

  /** True if no other process uses the server: nobody can begin to, as long as this lock is not closed. */
  async isLast(): Promise<boolean> {
    if (this.#lost) return false;
    (this.client as Referable).ref();
    this.#closed = true;
    try {
      const { rows } = await this.client.query('SELECT pg_try_advisory_lock($1) AS last', [KEY]);
      return rows[0].last;
    } catch {
      return false; // The connection broke just now: the server is going down by itself.
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.client.end().catch(() => {});
  }
}
