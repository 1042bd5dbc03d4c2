import { randomUUID } from 'node:crypto';
import { latest, type NotificationSent } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { dueElsewhere, waitingOf } from '../ledger/ledger.waiting.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { Work } from '../writing/work.ts';
import { type SentFacts, windowsAfter } from './notification.windows.rules.ts';

/** An outcome as it is sent to a candidate. */
export interface Sending {
  readonly candidacy: Pick<CandidacyRecord, 'id' | 'candidateId'>;
  readonly about: NotificationSent['about'];
  /** Of a step; null for the result and the decision. */
  readonly stepId: string | null;
  /** It is against the candidate. */
  readonly negative: boolean;
  readonly remedyStated: boolean;
  /** It went by letter as well. */
  readonly byLetter: boolean;
  /** Left out: now. */
  readonly sentAt?: Temporal.Instant;
  /** When the account showed it, where that was later; the windows run from there. Left out: when it was sent. */
  readonly shownAt?: Temporal.Instant;
  /** Who sent it, where it is not who sent the request. */
  readonly by?: string;
}

/** The windows that a sending opens, as others are told of them: ids and days only. */
const windowsOf = (work: Work, sent: SentFacts, waitingUntil: string | undefined): NotificationSent['windows'] => [
  ...windowsAfter(rulesOf(work.procedure), sent).flatMap(({ code, lastDay }) =>
    (code === 'FEEDBACK' || code === 'APPEAL') && lastDay !== null ? [{ code, lastDay }] : [],
  ),
  ...(waitingUntil === undefined ? [] : [{ code: 'WAITING' as const, lastDay: waitingUntil }]),
];

/** Of those who are told that they failed the assessment. */
async function waitingAmong(work: Work, sendings: readonly Sending[]): Promise<ReadonlyMap<string, string>> {
  const assessment = work.procedure.steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT')?.id;
  const failed = sendings.filter(({ stepId, negative }) => negative && stepId !== null && stepId === assessment);
  if (failed.length === 0) return new Map();
  const candidateIds = failed.map(({ candidacy }) => candidacy.candidateId);
  await dueElsewhere(work, candidateIds);
  return waitingOf(work, candidateIds);
}

/** Records what was sent; from here on the candidate sees the outcome, and the windows run. */
export async function send(work: Work, sendings: readonly Sending[]): Promise<void> {
  if (sendings.length === 0) return;
  const { procedure, manager, now } = work;
  const rows = sendings.map((sending) => {
    const { sentAt = now, shownAt = sentAt } = sending;
    return { ...sending, id: randomUUID(), sentAt, runsFrom: latest(sentAt, shownAt), by: sending.by ?? work.by };
  });
  await manager.query(
    `INSERT INTO notification (id, procedure_id, candidacy_id, about, step_id, negative, sent_at, runs_from,
       remedy_stated, by_letter, recorded_at, recorded_by)
     SELECT id, $1, candidacy_id, about, step_id, negative, sent_at, runs_from, remedy_stated, by_letter, $2, by
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::boolean[], $8::timestamptz[], $9::timestamptz[],
       $10::boolean[], $11::boolean[], $12::text[])
       AS new(id, candidacy_id, about, step_id, negative, sent_at, runs_from, remedy_stated, by_letter, by)`,
    [
      ...[procedure.id, now.toString(), rows.map(({ id }) => id), rows.map(({ candidacy }) => candidacy.id)],
      ...[rows.map(({ about }) => about), rows.map(({ stepId }) => stepId), rows.map(({ negative }) => negative)],
      ...[rows.map(({ sentAt }) => sentAt.toString()), rows.map(({ runsFrom }) => runsFrom.toString())],
      ...[rows.map(({ remedyStated }) => remedyStated), rows.map(({ byLetter }) => byLetter), rows.map(({ by }) => by)],
    ],
  );
  const waiting = await waitingAmong(work, rows);
  for (const { id, candidacy, about, stepId, negative, sentAt, runsFrom, remedyStated, byLetter, by } of rows) {
    const times = { sentAt: sentAt.toString(), runsFrom: runsFrom.toString() };
    const facts = { about, step: stepId, negative, ...times, remedyStated, byLetter };
    work.record({ act: 'SEND', about: 'NOTIFICATION', aboutId: id, by, after: { candidacy: candidacy.id, ...facts } });
    work.tell('mandate-graph.notification.sent.v1', candidacy.id, {
      ...{ application: candidacy.id, candidate: candidacy.candidateId },
      ...{ vacancy: procedure.vacancyId, procedure: procedure.id, notification: id },
      ...{
        about,
        negative,
        sentAt: sentAt.toString(),
        remedyStated,
        windows: windowsOf(work, { negative, about, runsFrom, remedyStated }, waiting.get(candidacy.id)),
      },
    });
  }
}
