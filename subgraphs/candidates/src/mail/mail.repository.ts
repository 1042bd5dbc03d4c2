import type { LocalizedText } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { MessageCode, MessageFacts, TaskCode } from '../inbox/inbox.messages.rules.ts';
import { VACANCY_TITLE } from '../inbox/inbox.repository.ts';
import { MAILED_WITHIN, MOST_ATTEMPTS, PAUSE_BASE } from './mail.rules.ts';

/** A message of which a copy is to be mailed now. */
export interface WaitingMessage {
  readonly id: string;
  readonly candidateId: string;
  readonly code: MessageCode | TaskCode;
  readonly facts: MessageFacts;
  readonly dueAt: Date | null;
  /** Title of the vacancy. */
  readonly vacancy: LocalizedText | null;
  /** Counting the one that begins now. */
  readonly attempts: number;
}

/** Statements on the copies of messages. None of them waits for a mail server. */
export class MailRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * The oldest that waits, or null. It is counted, and put off, before it is sent: whatever happens meanwhile, nobody
   * else takes it before its pause is over.
   */
  async claim(now: Temporal.Instant): Promise<WaitingMessage | null> {
    const [claimed]: WaitingMessage[] = await this.manager.query(
      `WITH told AS (
         UPDATE message SET mail_attempts = mail_attempts + 1,
           mail_next_at = $1::timestamptz + make_interval(mins => ($4 ^ (mail_attempts + 1))::int)
         WHERE id = (
           SELECT id FROM message
           WHERE mail = 'WAITING' AND sent_at > $2 AND mail_attempts < $3
             AND (mail_next_at IS NULL OR mail_next_at <= $1)
           ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING *
       )
       SELECT id, candidate_id AS "candidateId", code, facts, due_at AS "dueAt", mail_attempts AS attempts,
         ${VACANCY_TITLE} AS vacancy
       FROM told`,
      [now.toString(), oldest(now), MOST_ATTEMPTS, PAUSE_BASE],
    );
    return claimed ?? null;
  }

  async end(id: string, mail: 'OFF' | 'SENT' | 'FAILED'): Promise<void> {
    await this.manager.query('UPDATE message SET mail = $2 WHERE id = $1', [id, mail]);
  }

  /** Those that wait too long, and those whose last attempt never ended. */
  async giveUp(now: Temporal.Instant): Promise<void> {
    await this.manager.query(
      `UPDATE message SET mail = 'FAILED'
       WHERE mail = 'WAITING' AND (sent_at <= $2 OR (mail_attempts >= $3 AND mail_next_at <= $1))`,
      [now.toString(), oldest(now), MOST_ATTEMPTS],
    );
  }
}

const oldest = (now: Temporal.Instant): string => now.subtract(MAILED_WITHIN).toString();
