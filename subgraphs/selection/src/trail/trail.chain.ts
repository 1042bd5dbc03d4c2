import { createHash } from 'node:crypto';
import { canonicalJson } from '@mandate-graph/persistence';

/** What an entry is about. */
export const TRAIL_SUBJECTS = [
  'PROCEDURE',
  'STEP',
  'CANDIDACY',
  'SESSION',
  'MEMBER',
  'SCORES',
  'DECISION',
  'MANDATE',
  'NOTIFICATION',
  'REQUEST',
] as const;
export type TrailSubject = (typeof TRAIL_SUBJECTS)[number];

/** An entry without its place in the chain. `before` and `after` are facts without anything personal. */
export interface TrailFacts {
  readonly act: string;
  readonly actor: string;
  readonly about: TrailSubject;
  readonly aboutId: string;
  readonly before: object | null;
  readonly after: object | null;
  /** A reason that is not about a person. */
  readonly reason: string | null;
  /** Under whose key the rest is sealed. */
  readonly person: string | null;
  readonly sealed: Buffer | null;
}

export interface TrailEntry extends TrailFacts {
  readonly procedureId: string;
  /** From 1. */
  readonly seq: number;
  /** Instant, as written at the time. */
  readonly at: string;
  /** Random, and shown to nobody: a head is public, and no entry can be tried out on it. */
  readonly nonce: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

export const NONCE_BYTES = 16;

/** As it is shown to whoever may read it. */
export type ShownEntry = Omit<TrailEntry, 'nonce'>;

/** What the first entry follows: nothing. */
export const CHAIN_START = Buffer.alloc(32);

/** SHA-256 over everything the entry says, its place, its nonce, and the hash before it. */
export const hashOf = (entry: Omit<TrailEntry, 'hash'>): Buffer =>
  createHash('sha256')
    .update(
      canonicalJson([
        ...[entry.procedureId, entry.seq, entry.at, entry.act, entry.actor, entry.about, entry.aboutId],
        ...[entry.before, entry.after, entry.reason, entry.person],
        ...[entry.sealed?.toString('base64') ?? null, entry.nonce.toString('base64')],
        entry.previous.toString('base64'),
      ]),
    )
    .digest();
