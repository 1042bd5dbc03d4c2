import type { LocalizedText } from '@mandate-graph/domain';
import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { MessageCode, MessageFacts, TaskCode } from './inbox.messages.rules.ts';

/** A page of one inbox: messages before one of this number, the newest first. */
interface InboxAsked {
  readonly candidateId: string;
  readonly size: number;
  readonly before: string | null;
  readonly unreadOnly: boolean;
  readonly tasksOnly: boolean;
}

export interface MessageRecord {
  readonly id: string;
  readonly number: string;
  readonly kind: 'MESSAGE' | 'TASK';
  readonly code: MessageCode | TaskCode;
  readonly facts: MessageFacts;
  readonly sentAt: Date;
  readonly dueAt: Date | null;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly applicationId: string | null;
  readonly vacancyId: string | null;
  /** Title of the vacancy. */
  readonly vacancy: LocalizedText | null;
  readonly reasons: string | null;
}

export interface InboxCounts {
  readonly unread: number;
  readonly openTasks: number;
}

/**
 * The title in the newest version of a vacancy in which there is one, also when it is public no longer. To be put beside
 * a column `vacancy_id`.
 */
export const VACANCY_TITLE = `(
  SELECT title FROM vacancy_version version
  CROSS JOIN LATERAL (
    SELECT jsonb_path_query_array(periods, '$[*].state ? (@.publication != "DRAFT").title') -> -1 AS title
  ) named
  WHERE version.vacancy_id = told.vacancy_id AND title IS NOT NULL ORDER BY version.version DESC LIMIT 1
)`;

/** Statements on inboxes. */
export class InboxRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** One more than asked for, where there are more. */
  async page({ candidateId, size, before, unreadOnly, tasksOnly }: InboxAsked): Promise<MessageRecord[]> {
    const rows: (Omit<MessageRecord, 'reasons'> & { data: Buffer | null; wrapped: Buffer })[] =
      await this.manager.query(
        `WITH page AS MATERIALIZED (
           SELECT * FROM message
           WHERE candidate_id = $1 AND ($2::bigint IS NULL OR number < $2::bigint)
             AND (NOT $3 OR read_at IS NULL) AND (NOT $4 OR kind = 'TASK')
           ORDER BY number DESC LIMIT $5::int + 1
         ), vacancy AS (
           SELECT vacancy_id, ${VACANCY_TITLE} AS title FROM (SELECT DISTINCT vacancy_id FROM page) told
         )
         SELECT page.id, number::text, kind, code, facts, sent_at AS "sentAt", due_at AS "dueAt", read_at AS "readAt",
           done_at AS "doneAt", application_id AS "applicationId", page.vacancy_id AS "vacancyId",
           vacancy.title AS vacancy, page.data, person_key.wrapped
         FROM page JOIN person_key USING (candidate_id) LEFT JOIN vacancy USING (vacancy_id)
         ORDER BY page.number DESC`,
        [candidateId, before, unreadOnly, tasksOnly, size],
      );
    return rows.map(({ data, wrapped, ...message }) => ({
      ...message,
      reasons:
        data === null
          ? null
          : this.sealing.keyOf(candidateId, wrapped).open<{ reasons: string }>(placeOf('message', message.id), data)
              .reasons,
    }));
  }

  /** In the order asked for. A task that is past its due instant can no longer be done. */
  async counts(candidateIds: readonly string[], now: string): Promise<InboxCounts[]> {
    const rows: (InboxCounts & { id: string })[] = await this.manager.query(
      `SELECT candidate_id AS id, count(*) FILTER (WHERE read_at IS NULL)::int AS unread,
         count(*) FILTER (WHERE kind = 'TASK' AND done_at IS NULL AND (due_at IS NULL OR due_at > $2))::int AS "openTasks"
       FROM message WHERE candidate_id = ANY($1) GROUP BY candidate_id`,
      [candidateIds, now],
    );
    const counts = new Map(rows.map(({ id, ...counted }) => [id, counted]));
    return candidateIds.map((id) => counts.get(id) ?? { unread: 0, openTasks: 0 });
  }

  /** Those of the messages that are in the inbox of the candidate, and the version at which its account is. */
  async mark(
    candidateId: string,
    messages: readonly string[],
    readAt: string | null,
  ): Promise<{ readonly marked: readonly string[]; readonly version: number }> {
    const [row] = await this.manager.query(
      `WITH marked AS (
         UPDATE message SET read_at = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE coalesce(read_at, $3::timestamptz) END
         WHERE candidate_id = $1 AND id = ANY($2::uuid[]) RETURNING id
       )
       SELECT version, ARRAY(SELECT id::text FROM marked) AS marked FROM candidate WHERE id = $1`,
      [candidateId, messages, readAt],
    );
    return row;
  }
}
