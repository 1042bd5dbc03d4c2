import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@mandate-graph/domain';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Logger } from './logger.ts';

const TABLE = `CREATE TABLE IF NOT EXISTS public.demonstration_clock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  offset_ms bigint NOT NULL
)`;
const CHANNEL = 'demonstration_clock';
const APPLICATION_NAME = 'mandate-graph clock';
/**
 * Connections that have done nothing since an instant, so that they have not read the offset again; one that is idle and
 * does not wait for its client has not sent yet what it read.
 */
const BEHIND = `SELECT FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()
  AND pid <> pg_backend_pid() AND NOT (state = 'idle' AND wait_event = 'ClientRead' AND query_start > $2::timestamptz)`;
const LOOKS = 500;

/**
 * A clock that ticks like the system's, at an offset all processes share through the database. For demonstrations:
 * the embedded server only, never production.
 */
export class DemonstrationClock implements Clock {
  #offset = 0;
  #closed = false;
  /** By the clock of the database. */
  #setAt: string | null = null;

  private constructor(
    private readonly url: string,
    private client: pg.Client,
    private readonly log: Logger,
  ) {}

  /** `startAt` sets the clock for everyone; null leaves it as the others have it. */
  static async open(url: string, startAt: Temporal.Instant | null, log: Logger): Promise<DemonstrationClock> {
    const clock = new DemonstrationClock(url, await connect(url), log);
    await clock.#attach();
    await clock.client.query(TABLE).catch(ignoreRace);
    if (startAt !== null) await clock.set(startAt);
    await clock.#read();
    return clock;
  }

  now(): Temporal.Instant {
    return Temporal.Now.instant().add({ milliseconds: this.#offset });
  }

  async set(instant: Temporal.Instant): Promise<void> {
    await this.#write(instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds);
  }

  /** Resolves once the other processes have read what was set here last; after some seconds, without those that have not. */
  async heard(): Promise<void> {
    for (let look = 0; look < LOOKS && this.#setAt !== null; look++) {
      const { rows } = await this.client.query(BEHIND, [APPLICATION_NAME, this.#setAt]);
      if (rows.length === 0) return;
      await delay(10);
    }
  }

  /** Back to the system's time. */
  async reset(): Promise<void> {
    await this.#write(0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.client.end();
  }

  async #write(offset: number): Promise<void> {
    const { rows } = await this.client.query('SELECT clock_timestamp()::text AS now');
    this.#setAt = rows[0].now;
    await this.client.query(
      `INSERT INTO public.demonstration_clock (offset_ms) VALUES ($1)
       ON CONFLICT (one) DO UPDATE SET offset_ms = excluded.offset_ms`,
      [offset],
    );
    await this.client.query(`NOTIFY ${CHANNEL}`);
    await this.#read();
  }

  async #read(): Promise<void> {
    const { rows } = await this.client.query('SELECT offset_ms FROM public.demonstration_clock');
    this.#offset = rows.length === 0 ? 0 : Number(rows[0].offset_ms);
  }

  async #attach(): Promise<void> {
    let lost = false;
    this.client.on('notification', () => void this.#read().catch(() => undefined));
    // A lost connection may report more than one error; it is replaced once.
    this.client.on('error', () => {
      if (!lost) void this.#reattach();
      lost = true;
    });
    await this.client.query(`LISTEN ${CHANNEL}`);
  }

  /** The database went away: keep ticking, and come back to the shared offset when it does. */
  async #reattach(): Promise<void> {
    if (this.#closed) return;
    try {
      this.client = await connect(this.url);
      await this.#attach();
      await this.#read();
    } catch {
      this.log.warn({}, 'the demonstration clock lost the database; it is tried again');
      setTimeout(() => void this.#reattach(), 1_000).unref();
    }
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  return client;
}

/** Two processes may create the table at once; the loser's error says that it exists. */
function ignoreRace(error: { code?: string }): void {
  if (error.code !== '23505' && error.code !== '42P07') throw error;
}
