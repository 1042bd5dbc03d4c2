import type { PersonKey, Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';

export const candidateOf = (candidateId: string): string => `candidate:${candidateId}`;
export const memberOf = (memberId: string): string => `member:${memberId}`;

/**
 * Whoever is erased and whose key is made are dealt with one after the other. Those who make keys do not wait for one
 * another by it; the order of the persons is the same for everybody.
 */
const LOCKED = (how: string): string =>
  `SELECT ${how}(hashtextextended(person, 3)) FROM unnest($1::text[]) AS one(person)`;

/** No key is made for them before the transaction ends. To be called before they are marked as erased. */
export const lockErased = (manager: EntityManager, persons: readonly string[]): Promise<unknown> =>
  manager.query(LOCKED('pg_advisory_xact_lock'), [persons.toSorted()]);

interface Row {
  readonly person: string;
  readonly wrapped: Buffer;
}

/** The keys under which what is personal is sealed, one per person. Whoever was erased has none. */
export class PersonKeys {
  readonly #known = new Map<string, PersonKey>();

  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** For reading: of those who have one. */
  async load(persons: readonly string[]): Promise<void> {
    const rows: Row[] = await this.manager.query('SELECT person, wrapped FROM person_key WHERE person = ANY($1)', [
      persons.filter((person) => !this.#known.has(person)),
    ]);
    for (const { person, wrapped } of rows) this.#known.set(person, this.sealing.keyOf(person, wrapped));
  }

  /** For writing: makes the keys that are missing, of all but the erased. */
  async make(persons: readonly string[]): Promise<void> {
    await this.load(persons);
    // In order, as whoever else makes some of them does: nobody holds one and waits for another the other way round.
    const missing = [...new Set(persons)].filter((person) => !this.#known.has(person)).toSorted();
    if (missing.length === 0) return;
    await this.manager.query(LOCKED('pg_advisory_xact_lock_shared'), [missing]);
    await this.manager.query(
      `INSERT INTO person_key (person, wrapped)
       SELECT person, wrapped FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS made(person, wrapped, place)
       WHERE NOT EXISTS (SELECT FROM erased_person WHERE erased_person.person = made.person)
       ORDER BY place
       ON CONFLICT (person) DO NOTHING`,
      [missing, missing.map((person) => this.sealing.newKey(person))],
    );
    await this.load(missing);
  }

  /** Null: erased, or nothing was ever sealed for them. Only of those who were loaded or made. */
  of(person: string): PersonKey | null {
    return this.#known.get(person) ?? null;
  }

  open<T>(person: string, place: string, sealed: Buffer | null): T | null {
    return sealed === null ? null : (this.of(person)?.open<T>(place, sealed) ?? null);
  }
}
