import { fixedClock } from '@mandate-graph/domain';
import { createDatabase, memoryLog, type TestDatabase } from '@mandate-graph/testkit';
import { placeOf } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import type { NewMessage } from '../../inbox/inbox.messages.rules.ts';
import { Inboxes } from '../../inbox/testing/inboxes.ts';
import { CandidateLocks } from '../../writing/candidate.locks.ts';
import { MailJob } from '../mail.job.ts';
import { mailServer } from '../mail.transport.ts';
import { SmtpServer } from './smtp.server.ts';

export const FROM = 'noreply@graph.example';
export const NOW = Temporal.Instant.from('2025-09-01T07:00:00Z');

/** Candidates, messages that wait to be mailed, and a mail server. */
export class Mailing {
  readonly server = new SmtpServer();
  readonly #log = memoryLog();
  /** Everything that was logged. */
  readonly lines = this.#log.lines;
  #candidates = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly inboxes: Inboxes,
  ) {}

  static async open(): Promise<Mailing> {
    const database = await createDatabase();
    const mailing = new Mailing(database, await Inboxes.open(database));
    await mailing.server.listen();
    return mailing;
  }

  /** One with this in the account, as if it had been written there in another way than by a form. */
  async candidate(account: object | null): Promise<string> {
    this.#candidates += 1;
    const subject = `mailed-${this.#candidates}`;
    await this.inboxes.source.transaction(async (manager) => {
      const { id, key } = await new CandidateLocks(manager, this.inboxes.sealing).ofSubjectOrNew(subject, NOW);
      await manager.query('UPDATE candidate SET data = $2 WHERE id = $1', [
        id,
        key.seal(placeOf('candidate', id), account),
      ]);
    });
    return subject;
  }

  /** A message to a new candidate with this address. */
  async waiting(email: string, message: Partial<NewMessage> = {}, preferredLanguage = 'en'): Promise<string> {
    return this.post(await this.candidate({ givenNames: 'Zebedee', email, preferredLanguage }), message);
  }

  async post(subject: string, message: Partial<NewMessage> = {}, sentAt = NOW): Promise<string> {
    const [id] = await this.inboxes.post(subject, sentAt.toString(), [message], true);
    return id!;
  }

  job(url = this.server.url): MailJob {
    const { source, sealing } = this.inboxes;
    const send = mailServer(url, FROM);
    return new MailJob({ source, sealing, send, from: FROM, clock: fixedClock(NOW.toString()), log: this.#log.log });
  }

  /** Runs once, this long after the messages were sent. */
  run(later: Temporal.DurationLike = { seconds: 0 }, url?: string): Promise<number> {
    return this.job(url).run(NOW.add(later), new AbortController().signal);
  }

  async stateOf(id: string): Promise<string> {
    const [row] = await this.database.query<{ state: string }>(
      "SELECT mail || ' after ' || mail_attempts AS state FROM candidates.message WHERE id = $1",
      [id],
    );
    return row!.state;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.inboxes.close();
    await this.database.drop();
  }
}
