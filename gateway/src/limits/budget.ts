import { createHmac } from 'node:crypto';
import { BUDGET_WINDOW, LIMITS, type Logger } from '@mandate-graph/runtime';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from './caller.ts';

/** What a caller has left in this window, after an operation was paid for or was not. */
export interface Balance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** The instant from which there is a whole budget again. */
  readonly resetAt: string;
}

/** What callers may spend. An operation that goes beyond what is left is not run, and uses up what was left. */
export interface Budget {
  spend(caller: Caller, points: number): Promise<Balance>;
  close(): Promise<void>;
}

export interface BudgetOptions {
  /** Where all processes of the gateway keep account; null: each keeps its own. */
  readonly databaseUrl: string | null;
  /** Callers are known by a hash with this key only: without it, nobody can find out who asked. */
  readonly secret: string | Buffer;
  readonly log: Logger;
  readonly points?: Partial<Readonly<Record<Caller['kind'], number>>>;
}

const CONNECTIONS = 4;
/** Longer than this nobody waits to pay. */
const TIMEOUT = 1_000;
/** How long each process keeps its own account once the database has failed. */
const AWAY = 5_000;
const CLEAN_EVERY = 5 * 60_000;

/** Nothing in it is worth a write to disk at each request, or anything after a crash. The schema is shared. */
const PREPARE = `
  SELECT pg_advisory_xact_lock(7301002);
  CREATE SCHEMA IF NOT EXISTS gateway;
  CREATE UNLOGGED TABLE IF NOT EXISTS gateway.budget (
    key text PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint
  );
`;

interface Account {
  readonly limit: number;
  readonly shared: RateLimiterPostgres | null;
  readonly own: RateLimiterMemory;
}

export function openBudget(options: BudgetOptions): Budget {
  return new KeptBudget(options);
}

/** Keeps account in PostgreSQL; while that is away, in memory, so that it takes nobody down with it. */
class KeptBudget implements Budget {
  readonly #pool: pg.Pool | null;
  readonly #accounts: Readonly<Record<Caller['kind'], Account>>;
  readonly #cleaning: NodeJS.Timeout | null;
  #prepared: Promise<unknown> | null = null;
  #awayUntil = 0;

  constructor(private readonly options: BudgetOptions) {
    const { databaseUrl, points = {}, log } = options;
    this.#pool = databaseUrl === null ? null : openPool(databaseUrl, log);
    this.#accounts = {
      anonymous: this.#account('anonymous', points.anonymous ?? LIMITS.budgetAnonymous.bound),
      signedIn: this.#account('signedIn', points.signedIn ?? LIMITS.budgetSignedIn.bound),
    };
    this.#cleaning = this.#pool && setInterval(() => void this.#clean(), CLEAN_EVERY).unref();
  }

  async spend({ kind, key }: Caller, points: number): Promise<Balance> {
    const account = this.#accounts[kind];
    const hash = createHmac('sha256', this.options.secret).update(`${kind} ${key}`).digest('base64url');
    const settled =
      (await this.#spendShared(account, hash, points)) ?? (await settle(account.own.consume(hash, points)));
    return { ...settled, limit: account.limit };
  }

  async close(): Promise<void> {
    if (this.#cleaning !== null) clearInterval(this.#cleaning);
    await this.#pool?.end();
  }

  #account(kind: Caller['kind'], limit: number): Account {
    const options = { keyPrefix: kind, points: limit, duration: BUDGET_WINDOW };
    if (this.#pool === null) return { limit, shared: null, own: new RateLimiterMemory(options) };
    const shared = new RateLimiterPostgres({
      ...options,
      storeClient: this.#pool,
      schemaName: 'gateway',
      tableName: 'budget',
      tableCreated: true,
      clearExpiredByTimeout: false,
      // Who has nothing left is sent away without a statement.
      inMemoryBlockOnConsumed: limit,
    });
    return { limit, shared, own: new RateLimiterMemory(options) };
  }

  /** Null while the database is away. */
  async #spendShared({ shared }: Account, hash: string, points: number): Promise<Settled | null> {
    if (shared === null || performance.now() < this.#awayUntil) return null;
    try {
      this.#prepared ??= this.#pool!.query(PREPARE);
      await this.#prepared;
      return await settle(shared.consume(hash, points));
    } catch (error) {
      this.#prepared = null;
      this.#awayUntil = performance.now() + AWAY;
      const { code } = error as { code?: unknown };
      this.options.log.warn({ code }, 'budgets are kept in memory, since the database does not answer');
      return null;
    }
  }

  async #clean(): Promise<void> {
    try {
      await this.#pool?.query('DELETE FROM gateway.budget WHERE expire < $1', [Date.now()]);
    } catch {
      // What could not be deleted now goes the next time.
    }
  }
}

type Settled = Omit<Balance, 'limit'>;

/** The library rejects with what is left when there is too little, and with an error when it fails. */
async function settle(consumed: Promise<RateLimiterRes>): Promise<Settled> {
  const { result, allowed } = await consumed.then(
    (result) => ({ result, allowed: true }),
    (reason: unknown) => {
      if (reason instanceof RateLimiterRes) return { result: reason, allowed: false };
      throw reason;
    },
  );
  const resetAt = new Date(Date.now() + Math.max(result.msBeforeNext, 0)).toISOString();
  return { allowed, remaining: allowed ? result.remainingPoints : 0, resetAt };
}

function openPool(connectionString: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT,
    query_timeout: TIMEOUT,
    application_name: 'mandate-graph gateway budget',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  return pool;
}
