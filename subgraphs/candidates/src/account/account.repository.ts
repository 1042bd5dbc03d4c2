import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { AccountData } from './account.rules.ts';

export interface AccountRecord {
  readonly id: string;
  /** Of the token that it is of; null once the candidate has been erased. */
  readonly subject: string | null;
  readonly version: number;
  /** Instant in ISO 8601. */
  readonly registeredAt: string;
  /** Null while nothing stands in it, and once the candidate has been erased. */
  readonly data: AccountData | null;
}

interface Row {
  readonly id: string;
  readonly subject: string | null;
  readonly version: number;
  readonly registeredAt: Date;
  readonly data: Buffer | null;
  readonly wrapped: Buffer | null;
}

/** Reads accounts, each statement for any number of them. */
export class AccountRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** In the order asked for; null for whoever is no candidate. */
  async byIds(ids: readonly string[]): Promise<(AccountRecord | null)[]> {
    const found = new Map((await this.#read('candidate.id = ANY($1::uuid[])', ids)).map((facts) => [facts.id, facts]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** In the order asked for; null for whoever has no account. */
  async bySubjects(subjects: readonly string[]): Promise<(AccountRecord | null)[]> {
    const read = await this.#read('candidate_subject.subject = ANY($1::text[])', subjects);
    const found = new Map(read.map((facts) => [facts.subject, facts]));
    return subjects.map((subject) => found.get(subject) ?? null);
  }

  async #read(
    condition: 'candidate.id = ANY($1::uuid[])' | 'candidate_subject.subject = ANY($1::text[])',
    asked: readonly string[],
  ): Promise<AccountRecord[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT candidate.id, candidate_subject.subject, candidate.version, candidate.registered_at AS "registeredAt",
         candidate.data, person_key.wrapped
       FROM candidate
       LEFT JOIN candidate_subject ON candidate_subject.candidate_id = candidate.id
       LEFT JOIN person_key ON person_key.candidate_id = candidate.id
       WHERE ${condition}`,
      [asked],
    );
    return rows.map(({ data, wrapped, registeredAt, ...facts }) => ({
      ...facts,
      registeredAt: registeredAt.toISOString(),
      data:
        data === null || wrapped === null
          ? null
          : this.sealing.keyOf(facts.id, wrapped).open<AccountData | null>(placeOf('candidate', facts.id), data),
    }));
  }
}
