import { randomUUID } from 'node:crypto';
import { isUuid } from '@mandate-graph/domain';
import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { candidateActor, type LockedCandidate } from './work.ts';

interface Row {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly subject: string | null;
}

const FACTS = 'candidate.id, person_key.wrapped, candidate_subject.subject';
const WITH_SUBJECT = 'LEFT JOIN candidate_subject ON candidate_subject.candidate_id = candidate.id';

/** Looked at again by whoever has waited for the lock, as the joined rows are not: an erasure may have come first. */
const STANDING = 'candidate.erased_at IS NULL';

/** Finds candidates and locks their rows until the transaction ends: what happens to one of them happens in turn. */
export class CandidateLocks {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  async ofSubject(subject: string): Promise<LockedCandidate | null> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${FACTS} FROM candidate
       JOIN candidate_subject ON candidate_subject.candidate_id = candidate.id
       JOIN person_key ON person_key.candidate_id = candidate.id
       WHERE candidate_subject.subject = $1 AND ${STANDING} FOR UPDATE OF candidate`,
      [subject],
    );
    return this.#locked(rows[0]);
  }

  async ofSubjectOrNew(subject: string, now: Temporal.Instant): Promise<LockedCandidate> {
    const found = await this.ofSubject(subject);
    if (found !== null) return found;
    await this.#create(subject, now);
    return (await this.ofSubject(subject))!;
  }

  /** Null for an erased candidate, and for whoever is none. */
  async ofId(id: string): Promise<LockedCandidate | null> {
    const [candidate = null] = (await this.ofIds([id])).values();
    return candidate;
  }

  /** Erased candidates and whoever is none are left out. Always in the same order, so that nobody waits in a circle. */
  async ofIds(ids: readonly string[]): Promise<Map<string, LockedCandidate>> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${FACTS} FROM candidate
       JOIN person_key ON person_key.candidate_id = candidate.id ${WITH_SUBJECT}
       WHERE candidate.id = ANY($1::uuid[]) AND ${STANDING} ORDER BY candidate.id FOR UPDATE OF candidate`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.#locked(row)!]));
  }

  /** Whose application it is; null for one that is not there, and for one of an erased candidate. */
  async ofApplication(id: string): Promise<{ candidate: LockedCandidate; vacancyId: string } | null> {
    if (!isUuid(id)) return null;
    const [row]: (Row & { vacancyId: string })[] = await this.manager.query(
      `SELECT ${FACTS}, application.vacancy_id AS "vacancyId" FROM application
       JOIN candidate ON candidate.id = application.candidate_id
       JOIN person_key ON person_key.candidate_id = candidate.id ${WITH_SUBJECT}
       WHERE application.id = $1 AND ${STANDING} FOR UPDATE OF candidate`,
      [id],
    );
    const candidate = this.#locked(row);
    return candidate === null ? null : { candidate, vacancyId: row!.vacancyId };
  }

  /** Of two requests that come first at once, one makes the account, and the other waits for it. */
  async #create(subject: string, now: Temporal.Instant): Promise<void> {
    await this.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [subject]);
    if ((await this.ofSubject(subject)) !== null) return;
    const id = randomUUID();
    const wrapped = this.sealing.newKey(id);
    await this.manager.query(
      `WITH made AS (
         INSERT INTO candidate (id, registered_at, version, recorded_at, recorded_by, data)
         VALUES ($1, $2, 1, $2, $3, $4) RETURNING id
       ), known AS (INSERT INTO candidate_subject SELECT id, $5 FROM made)
       INSERT INTO person_key SELECT id, $6 FROM made`,
      [
        id,
        now.toString(),
        candidateActor(id),
        this.sealing.keyOf(id, wrapped).seal(placeOf('candidate', id), null),
        subject,
        wrapped,
      ],
    );
  }

  #locked(row: Row | undefined): LockedCandidate | null {
    if (row === undefined) return null;
    const { id, wrapped, subject } = row;
    return {
      id,
      key: this.sealing.keyOf(id, wrapped),
      holder: subject === null ? null : this.sealing.holders.of(subject),
    };
  }
}
