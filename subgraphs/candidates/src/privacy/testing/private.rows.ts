import { randomUUID } from 'node:crypto';
import type { PersonKey, Sealing } from '@mandate-graph/writing';

/** Asks the database of the subgraph. */
export type Query = <T extends object = Record<string, unknown>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<T[]>;

/** A candidate of whom rows are written. */
export interface Person {
  readonly id: string;
  readonly subject: string;
  readonly key: PersonKey;
}

/** What stands beside the data in a row of a table. */
type Columns = Readonly<Record<string, unknown>>;

const REGISTERED = '2025-08-01T08:00:00Z';

/** Writes rows of candidates as the subgraph writes them: sealed, and each version after the one before. */
export class PrivateRows {
  constructor(
    private readonly query: Query,
    private readonly sealing: Sealing,
  ) {}

  async candidate(subject: string, versions: readonly unknown[] = [ACCOUNT], at = REGISTERED): Promise<Person> {
    const id = randomUUID();
    const wrapped = this.sealing.newKey(id);
    const person = { id, subject, key: this.sealing.keyOf(id, wrapped) };
    await this.#versions(person, 'candidate', { id, registered_at: at }, versions, at);
    await this.#insert('candidate_subject', { candidate_id: id, subject });
    await this.#insert('person_key', { candidate_id: id, wrapped });
    return person;
  }

  /** An application; of a lapse or a contest, `columns` tell. */
  async application(person: Person, vacancy: string, status: string, columns: Columns = {}): Promise<string> {
    const submitted = status === 'DRAFT' ? null : REGISTERED;
    const own = { id: randomUUID(), candidate_id: person.id, vacancy_id: vacancy, status, submitted_at: submitted };
    const seen = { vacancy_version: 1, vacancy_day: '2025-08-01' };
    return this.#versions(person, 'application', { ...own, ...seen, reason: 'SUBMIT', ...columns }, [null]);
  }

  profileEntry(person: Person, versions: readonly unknown[], columns: Columns = {}): Promise<string> {
    return this.#held(person, 'profile_entry', { kind: 'DIPLOMA', ...columns }, versions);
  }

  section(person: Person, application: string, versions: readonly unknown[], columns: Columns = {}): Promise<string> {
    return this.#held(person, 'specific_section', { application_id: application, ...columns }, versions);
  }

  adjustment(person: Person, application: string, versions: readonly unknown[], columns: Columns = {}) {
    return this.#held(person, 'adjustment', { application_id: application, ...columns }, versions);
  }

  decision(person: Person, application: string, versions: readonly unknown[], columns: Columns = {}): Promise<string> {
    const judged = { conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE', proposed: 'UNDETERMINED' };
    const decided = { judged_on: '2025-10-22', judged_file: '2025-10-22T22:00:00Z', vacancy_version: 1 };
    const told = { remedy_stated: true, recorded_by: 'recruiter-1' };
    const own = { application_id: application, ...judged, ...decided, ...told, ...columns };
    return this.#held(person, 'eligibility_decision', own, versions);
  }

  /** A document whose content came, in one chunk, with a link to it that was used. */
  async document(person: Person, versions: readonly unknown[], content: string, columns: Columns = {}) {
    const kept = { kind: 'DIPLOMA', medium: 'UPLOAD', state: 'STORED', media_type: 'application/pdf', bytes: 9 };
    const id = await this.#held(person, 'document', { ...kept, ...columns }, versions);
    const bytes = person.key.sealBytes(`document_chunk:${id}:0`, Buffer.from(content));
    await this.#insert('document_chunk', { document_id: id, number: 0, content: bytes });
    const link = { id: randomUUID(), document_id: id, action: 'DOWNLOAD', expires_at: REGISTERED, used_at: REGISTERED };
    await this.#insert('document_link', link);
    return id;
  }

  async snapshot(person: Person, application: string, content: unknown, documents: readonly string[] = []) {
    const frozen = { application_id: application, closes_at: '2025-10-22T22:00:00Z' };
    const data = person.key.seal(`application_snapshot:${application}`, content);
    await this.#insert('application_snapshot', { ...frozen, frozen_at: '2025-10-22T22:00:30Z', data });
    for (const document_id of documents) await this.#insert('snapshot_document', { ...frozen, document_id });
  }

  async message(person: Person, reasons: string | null, columns: Columns = {}): Promise<string> {
    const id = randomUUID();
    const data = reasons === null ? null : person.key.seal(`message:${id}`, { reasons });
    const told = { kind: 'MESSAGE', code: 'ELIGIBILITY_DECIDED', facts: '{}', sent_at: REGISTERED, mail: 'OFF' };
    await this.#insert('message', { id, candidate_id: person.id, ...told, data, ...columns });
    return id;
  }

  /** That somebody read something of the candidate. */
  reading(person: Person, application: string | null, operation: string): Promise<void> {
    const reader = { at: REGISTERED, actor: 'recruiter-1', role: 'recruiter' };
    return this.#insert('access_log', {
      ...{ ...reader, operation, candidate_id: person.id, application_id: application },
    });
  }

  answer(actor: string, key: string, mutation: string, at = REGISTERED): Promise<void> {
    const digest = Buffer.from(`digest of ${key}`);
    return this.#insert('idempotency', {
      ...{ actor, key, mutation, input_hash: digest, answer: '{}', recorded_at: at },
    });
  }

  /** Something in every table, with earlier versions where there are any, of somebody who withdrew; gives the application. */
  async everything(person: Person, vacancy: string): Promise<string> {
    const application = await this.application(person, vacancy, 'WITHDRAWN', DECIDED);
    await this.query('UPDATE application SET version = 2, data = $2 WHERE id = $1', [
      application,
      person.key.seal(`application:${application}`, { reasons: WORDS.withdrawal }),
    ]);
    await this.profileEntry(person, [{ title: WORDS.entry }, { title: `${WORDS.entry}, master` }]);
    await this.profileEntry(person, [{ title: WORDS.removedEntry }, null]);
    await this.section(person, application, [
      { employer: WORDS.section },
      { employer: 'Other' },
      { employer: 'Third' },
    ]);
    await this.adjustment(person, application, [{ request: WORDS.adjustment }]);
    await this.decision(person, application, [{ reasons: WORDS.decision }], { ...DECIDED, outcome: 'ELIGIBLE' });
    const document = await this.document(person, [{ fileName: WORDS.fileName }], WORDS.content);
    await this.snapshot(person, application, { sections: [WORDS.snapshot] }, [document]);
    await this.message(person, WORDS.message, { application_id: application, vacancy_id: vacancy });
    await this.reading(person, application, 'Application.file');
    await this.answer(person.subject, randomUUID(), 'saveAccount', RECENTLY);
    return application;
  }

  #held(person: Person, table: string, columns: Columns, versions: readonly unknown[]): Promise<string> {
    return this.#versions(person, table, { id: randomUUID(), candidate_id: person.id, ...columns }, versions);
  }

  async #versions(person: Person, table: string, columns: Columns, versions: readonly unknown[], at = REGISTERED) {
    const id = columns['id'] as string;
    const sealed = versions.map((data) => (data === null ? null : person.key.seal(`${table}:${id}`, data)));
    const made = { version: 1, recorded_at: at, recorded_by: `candidate:${person.id}`, data: sealed[0] };
    await this.#insert(table, { ...made, ...columns });
    for (const data of sealed.slice(1)) {
      await this.query(`UPDATE ${table} SET version = version + 1, data = $2 WHERE id = $1`, [id, data]);
    }
    return id;
  }

  async #insert(table: string, columns: Columns): Promise<void> {
    const names = Object.keys(columns);
    await this.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_name, at) => `$${at + 1}`).join(', ')})`,
      Object.values(columns),
    );
  }
}

/** What {@link PrivateRows.everything} writes, each word in one place. */
export const WORDS = {
  ...{ withdrawal: 'bedenktijd', entry: 'amstelkundige', removedEntry: 'waddenkunde', section: 'hobbelpaard' },
  ...{ adjustment: 'ergonomisch', decision: 'betwistbaar', fileName: 'diplomascan', content: 'handtekening' },
  ...{ snapshot: 'bevroren', message: 'wegens' },
};
/** Of answers that are still kept. */
const RECENTLY = '2026-06-30T08:00:00Z';
const DECIDED = { recorded_at: '2025-11-03T08:00:00Z' };

const ACCOUNT = {
  ...{ givenNames: 'Ann', familyName: 'Peeters', email: 'ann@example.org' },
  ...{ phone: null, preferredLanguage: 'nl' },
};
