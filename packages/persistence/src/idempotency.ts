import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from './canonical.json.ts';

/** Answers that were given, by who asked and under which key. */
export const IDEMPOTENCY_TABLE: readonly string[] = [
  `CREATE TABLE idempotency (
    actor text NOT NULL,
    key text NOT NULL,
    mutation text NOT NULL,
    input_hash bytea NOT NULL,
    answer jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
  )`,
  'CREATE INDEX idempotency_recorded_at ON idempotency (recorded_at)',
];

/** How long an answer is kept, 7 days: a caller may ask again within at least 24 hours. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** A request that must have one effect, however often it comes. */
export interface KeyedRequest {
  readonly actor: string;
  readonly key: string;
  readonly mutation: string;
  /** What is asked; two requests are the same when this is, in JSON. */
  readonly input: unknown;
  /** Under a key that the database does not have, so that nobody tries out what was asked; left out: plain SHA-256. */
  readonly digest?: (text: string) => Buffer;
}

export type Earlier<A> =
  | { readonly kind: 'none' }
  /** The same request was answered before. */
  | { readonly kind: 'answered'; readonly answer: A }
  /** The key was used for something else. */
  | { readonly kind: 'reused'; readonly mutation: string };

/** What was answered under a key, if anything. Others that come with the same key wait until the transaction ends. */
export async function earlierAnswer<A>(manager: EntityManager, request: KeyedRequest): Promise<Earlier<A>> {
  const { actor, key, mutation } = request;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [JSON.stringify([actor, key])]);
  const [row]: { mutation: string; hash: Buffer; answer: A }[] = await manager.query(
    'SELECT mutation, input_hash AS hash, answer FROM idempotency WHERE actor = $1 AND key = $2',
    [actor, key],
  );
  if (row === undefined) return { kind: 'none' };
  if (row.mutation !== mutation || !row.hash.equals(hashOf(request))) {
    return { kind: 'reused', mutation: row.mutation };
  }
  return { kind: 'answered', answer: row.answer };
}

/** Keeps an answer in the transaction of its effect, and forgets those whose time is over. */
export async function keepAnswer(
  manager: EntityManager,
  request: KeyedRequest,
  answer: unknown,
  now: Date,
): Promise<void> {
  await manager.query(
    `WITH forgotten AS (DELETE FROM idempotency WHERE recorded_at < $7)
     INSERT INTO idempotency (actor, key, mutation, input_hash, answer, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      request.actor,
      request.key,
      request.mutation,
      hashOf(request),
      JSON.stringify(answer),
      now,
      new Date(now.getTime() - KEPT_MS),
    ],
  );
}

const hashOf = ({ input, digest = plain }: KeyedRequest): Buffer => digest(canonicalJson(input));

const plain = (text: string): Buffer => createHash('sha256').update(text).digest();
