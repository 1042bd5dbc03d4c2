import { randomUUID } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import { APPLICATION_TASKS, type Inbox, type NewMessage, TASK_CODES, type TaskCode } from './inbox.messages.rules.ts';

/** Puts messages into inboxes. With `mailing`, each of them also waits for its copy to be mailed. */
export class InboxPost implements Inbox {
  constructor(private readonly mailing: boolean) {}

  async post(
    { manager, candidate, now }: Parameters<Inbox['post']>[0],
    messages: readonly NewMessage[],
  ): Promise<void> {
    if (messages.length === 0) return;
    const ids = messages.map(() => randomUUID());
    await manager.query(
      `INSERT INTO message (id, candidate_id, application_id, vacancy_id, kind, code, facts, sent_at, due_at, mail, data)
       SELECT id, $2, application_id, vacancy_id, kind, code, facts, $3, due_at, $4, data
       FROM unnest($1::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::timestamptz[], $11::bytea[])
         WITH ORDINALITY AS new(id, application_id, vacancy_id, kind, code, facts, due_at, data, place) ORDER BY place`,
      [
        ids,
        candidate.id,
        now.toString(),
        this.mailing ? 'WAITING' : 'OFF',
        messages.map(({ applicationId }) => applicationId),
        messages.map(({ vacancyId }) => vacancyId),
        messages.map(({ code }) => (isTask(code) ? 'TASK' : 'MESSAGE')),
        messages.map(({ code }) => code),
        messages.map(({ facts }) => JSON.stringify(facts ?? {})),
        messages.map(({ dueAt }) => dueAt?.toString() ?? null),
        messages.map(({ reasons }, at) =>
          reasons == null ? null : candidate.key.seal(placeOf('message', ids[at]!), { reasons }),
        ),
      ],
    );
  }

  async done({ manager, now }: Parameters<Inbox['done']>[0], applicationId: string, codes: readonly TaskCode[]) {
    await manager.query(
      `UPDATE message SET done_at = $3
       WHERE application_id = $1 AND kind = 'TASK' AND code = ANY($2) AND done_at IS NULL`,
      [applicationId, codes, now.toString()],
    );
  }

  async due({ manager }: Parameters<Inbox['due']>[0], applicationId: string, at: Temporal.Instant) {
    await manager.query(
      `UPDATE message SET due_at = $2
       WHERE application_id = $1 AND kind = 'TASK' AND code = ANY($3) AND done_at IS NULL`,
      [applicationId, at.toString(), APPLICATION_TASKS],
    );
  }
}

const isTask = (code: string): code is TaskCode => (TASK_CODES as readonly string[]).includes(code);
