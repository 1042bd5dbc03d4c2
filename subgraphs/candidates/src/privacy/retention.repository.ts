import { endOfPeriod, startOfOver } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { freeDocuments } from '../document/document.freeing.ts';
import { OF_APPLICATIONS } from './held.ts';
import type { AccountFacts } from './retention.rules.ts';
import { ERASURE_NOTICE, PERIODS } from './retention.table.rules.ts';

/** What an application holds besides ids, statuses and instants, by table. */
const SEALED = ['specific_section', 'adjustment', 'eligibility_decision'] as const;

const SOMETHING_LEFT = [
  'application.data IS NOT NULL',
  'EXISTS (SELECT FROM message WHERE application_id = application.id)',
  ...[...SEALED, 'application_snapshot'].map(
    (table) => `EXISTS (SELECT FROM ${table} WHERE application_id = application.id AND data IS NOT NULL)`,
  ),
].join(' OR ');

/** Statements by which periods are applied. */
export class RetentionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The next candidates, by their ids, of whom something may be kept for too long: the rules say of which it is. */
  async candidates(now: Temporal.Instant, after: string | null, size: number): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT id FROM candidate WHERE erased_at IS NULL AND ($1::uuid IS NULL OR id > $1) AND (
         recorded_at < $2 AND NOT EXISTS (
           SELECT FROM application WHERE candidate_id = candidate.id AND recorded_at >= $2
         ) OR EXISTS (
           SELECT FROM application WHERE candidate_id = candidate.id AND (
             submitted_at IS NULL AND recorded_at < $3 OR submitted_at IS NOT NULL AND recorded_at < $4
           ) AND (${SOMETHING_LEFT})
         )
       ) ORDER BY id LIMIT $5`,
      [
        after,
        startOfOver(endOfPeriod(now, ERASURE_NOTICE), PERIODS.ACCOUNT).toString(),
        startOfOver(now, PERIODS.DRAFT_FILE).toString(),
        startOfOver(now, PERIODS.APPLICATION_FILE).toString(),
        size,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** When an account was last used, and of which erasure its candidate was told since. */
  async account(candidateId: string): Promise<Omit<AccountFacts, 'applications'>> {
    const [row]: { lastUsedAt: Date; noticeEndsAt: Date | null }[] = await this.manager.query(
      `SELECT used."lastUsedAt", (
         SELECT max(due_at) FROM message
         WHERE candidate_id = $1 AND code = 'ERASURE_DUE' AND sent_at > used."lastUsedAt"
       ) AS "noticeEndsAt"
       FROM (
         SELECT max(recorded_at) AS "lastUsedAt" FROM (
           SELECT recorded_at FROM candidate WHERE id = $1
           UNION ALL SELECT recorded_at FROM profile_entry WHERE candidate_id = $1
           UNION ALL SELECT recorded_at FROM document WHERE candidate_id = $1
           UNION ALL SELECT recorded_at FROM application WHERE candidate_id = $1
           UNION ALL SELECT recorded_at FROM specific_section WHERE ${OF_APPLICATIONS}
           UNION ALL SELECT recorded_at FROM adjustment WHERE ${OF_APPLICATIONS}
         ) recorded
       ) used`,
      [candidateId],
    );
    const { lastUsedAt, noticeEndsAt } = row!;
    return { lastUsedAt: instantOf(lastUsedAt), noticeEndsAt: noticeEndsAt === null ? null : instantOf(noticeEndsAt) };
  }

  /** Those of the applications that hold more than ids, statuses and instants. */
  async filled(applicationIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT id FROM application WHERE id = ANY($1) AND (${SOMETHING_LEFT})`,
      [applicationIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Empties the files of applications whose candidate stays. Their key stays as well, so what trails hold sealed goes
   * too; ids, versions, statuses and instants remain, here and there.
   */
  async emptyFiles(applicationIds: readonly string[]): Promise<void> {
    if (applicationIds.length === 0) return;
    for (const [table, id] of [
      ...SEALED.map((one) => [one, 'application_id'] as const),
      ['application', 'id'] as const,
    ]) {
      await this.manager.query(
        `WITH emptied AS (UPDATE ${table} SET data = NULL WHERE ${id} = ANY($1) RETURNING id)
         UPDATE ${table}_history history SET state = history.state || '{"data": null}'
         FROM emptied WHERE emptied.id = history.id`,
        [applicationIds],
      );
    }
    await this.manager.query('UPDATE application_snapshot SET data = NULL WHERE application_id = ANY($1)', [
      applicationIds,
    ]);
    await this.manager.query('DELETE FROM message WHERE application_id = ANY($1)', [applicationIds]);
    const named: { id: string }[] = await this.manager.query(
      `WITH named AS (DELETE FROM snapshot_document WHERE application_id = ANY($1) RETURNING document_id)
       SELECT DISTINCT document_id AS id FROM named`,
      [applicationIds],
    );
    // What candidates had removed, and only these files still needed.
    await freeDocuments(
      this.manager,
      named.map(({ id }) => id),
    );
  }

  /** Answers that can no longer be asked for again; gives their number. */
  async forgetAnswers(now: Temporal.Instant): Promise<number> {
    const [{ count }]: [{ count: number }] = await this.manager.query(
      `WITH forgotten AS (DELETE FROM idempotency WHERE recorded_at < $1 RETURNING 1)
       SELECT count(*)::int AS count FROM forgotten`,
      [startOfOver(now, PERIODS.REPEATED_REQUEST).toString()],
    );
    return count;
  }
}
