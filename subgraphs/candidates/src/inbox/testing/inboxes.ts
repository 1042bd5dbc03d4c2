import type { Period, VacancyState } from '@mandate-graph/domain';
import { silentLog, TEST_PERSON_KEY, type TestDatabase } from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../../candidates.database.ts';
import { CandidateLocks } from '../../writing/candidate.locks.ts';
import type { NewMessage } from '../inbox.messages.rules.ts';
import { InboxPost } from '../inbox.post.ts';

/** Posts messages as acts and rules do, beside a subgraph that runs. */
export class Inboxes {
  readonly sealing = new Sealing(TEST_PERSON_KEY);

  private constructor(readonly source: DataSource) {}

  static async open({ url }: TestDatabase): Promise<Inboxes> {
    return new Inboxes(await openCandidatesDatabase(url, silentLog));
  }

  /** Gives the ids, in the order of the messages. */
  async post(
    subject: string,
    sentAt: string,
    messages: readonly Partial<NewMessage>[],
    mailing = false,
  ): Promise<readonly string[]> {
    return this.source.transaction(async (manager) => {
      const candidate = (await new CandidateLocks(manager, this.sealing).ofSubject(subject))!;
      const work = { manager, candidate, now: Temporal.Instant.from(sentAt) };
      const whole = messages.map((message) => ({
        ...{ code: 'SUBMIT' as const, applicationId: null, vacancyId: null },
        ...message,
      }));
      await new InboxPost(mailing).post(work, whole);
      const rows: { id: string }[] = await manager.query(
        'SELECT id FROM message WHERE candidate_id = $1 ORDER BY number DESC LIMIT $2',
        [candidate.id, messages.length],
      );
      return rows.map(({ id }) => id).reverse();
    });
  }

  async tellOfVacancy(id: string, version: number, periods: readonly Period<VacancyState>[]): Promise<void> {
    await this.source.query('INSERT INTO vacancy_version VALUES ($1, $2, now(), $3)', [
      ...[id, version, JSON.stringify(periods)],
    ]);
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
