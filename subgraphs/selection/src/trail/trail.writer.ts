import { randomBytes } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { PersonKeys } from '../person/person.keys.ts';
import { hashOf, NONCE_BYTES, type TrailEntry, type TrailSubject } from './trail.chain.ts';

/** An act, as it is told to the trail. */
export interface Act {
  readonly act: string;
  readonly about: TrailSubject;
  readonly aboutId: string;
  /** Who did it, where it is not who sent the request: `rule:<name>` for what follows from a rule. */
  readonly by?: string;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly reason?: string | null;
  /** What is personal of the act, and of whom; left out for who was erased. */
  readonly personal?: { readonly person: string; readonly content: object } | null;
}

export interface TrailHead {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The place under which what is personal of an entry is sealed. */
export const trailPlace = (procedureId: string, seq: number): string => placeOf('trail_entry', `${procedureId}:${seq}`);

/** Adds to the trail of one procedure, whose row is locked; written in one statement at the end of the act. */
export class TrailWriter {
  readonly #added: TrailEntry[] = [];
  #head: TrailHead;

  constructor(
    private readonly procedureId: string,
    head: TrailHead,
    private readonly keys: PersonKeys,
    private readonly by: string,
    private readonly now: Temporal.Instant,
  ) {
    this.#head = head;
  }

  get head(): TrailHead {
    return this.#head;
  }

  add({ act, about, aboutId, by = this.by, before = null, after = null, reason = null, personal = null }: Act): void {
    const seq = this.#head.seq + 1;
    const key = personal === null ? null : this.keys.of(personal.person);
    const sealed = key?.seal(trailPlace(this.procedureId, seq), personal!.content) ?? null;
    const person = sealed === null ? null : personal!.person;
    const facts = {
      act,
      actor: by,
      about,
      aboutId,
      before: plain(before),
      after: plain(after),
      reason,
      person,
      sealed,
    };
    const placed = {
      ...{ ...facts, procedureId: this.procedureId, seq, at: this.now.toString() },
      ...{ nonce: randomBytes(NONCE_BYTES), previous: this.#head.hash },
    };
    const entry = { ...placed, hash: hashOf(placed) };
    this.#added.push(entry);
    this.#head = { seq, hash: entry.hash };
  }

  async flush(manager: EntityManager): Promise<void> {
    const added = this.#added.splice(0);
    if (added.length === 0) return;
    const column = <T>(of: (entry: TrailEntry) => T) => added.map(of);
    const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
    await manager.query(
      `WITH added AS (
         INSERT INTO trail_entry (procedure_id, seq, at, act, actor, about, about_id, before, after, reason, person,
           sealed, nonce, previous, hash)
         SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[],
           $9::jsonb[], $10::text[], $11::text[], $12::bytea[], $13::bytea[], $14::bytea[], $15::bytea[]))
       UPDATE selection_procedure SET trail_seq = $16, trail_head = $17 WHERE id = $1`,
      [
        ...[this.procedureId, column(({ seq }) => seq), column(({ at }) => at), column(({ act }) => act)],
        ...[column(({ actor }) => actor), column(({ about }) => about), column(({ aboutId }) => aboutId)],
        ...[column(({ before }) => json(before)), column(({ after }) => json(after))],
        ...[column(({ reason }) => reason), column(({ person }) => person), column(({ sealed }) => sealed)],
        ...[column(({ nonce }) => nonce), column(({ previous }) => previous), column(({ hash }) => hash)],
        ...[this.#head.seq, this.#head.hash],
      ],
    );
  }
}

/** As the database keeps it: an instant, for one, is its text. The hash is of what can be read back. */
const plain = (facts: object | null): object | null => (facts === null ? null : JSON.parse(JSON.stringify(facts)));
