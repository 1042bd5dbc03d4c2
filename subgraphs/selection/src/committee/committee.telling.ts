import { type CommitteeMemberTold, localDay } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { interestsOf } from '../interest/interest.repository.ts';
import type { Interests } from '../interest/interest.rules.ts';
import type { Work } from '../writing/work.ts';
import { membersOf } from './committee.repository.ts';

const RECORDED = 'mandate-graph.committee.recorded.v1';

/**
 * Tells who is on the committee now, and whom each of them may not judge, by what is known today: files are shown to
 * nobody else. To be called after an act that changes either; nothing is told where there never was a member.
 */
export async function tellCommittee(work: Work): Promise<void> {
  const { manager, keys, procedure, now } = work;
  const everybody = await membersOf(manager, procedure.id);
  if (everybody.length === 0) return;
  const interests = await interestsOf(manager, keys, procedure.id, localDay(now).toString());
  work.tell(RECORDED, procedure.id, {
    ...{ procedure: procedure.id, vacancy: procedure.vacancyId },
    members: everybody
      .filter(({ leftAt, holder }) => leftAt === null && holder !== null)
      .map(({ id, holder }) => ({ holder, barredFrom: barredFrom(id, interests) })),
    ...{ version: work.acts, recordedAt: now.toString() },
  });
}

function barredFrom(memberId: string, interests: Interests): CommitteeMemberTold['barredFrom'] {
  const from = interests.barredFrom(memberId);
  return from.includes(null) ? 'ALL' : [...new Set(from.filter((id) => id !== null))];
}

/** Who a member was must not be found out from events either, by who holds the secret and tries subjects out. */
export async function forgetHolder(manager: EntityManager, procedureId: string, holder: string): Promise<void> {
  await manager.query(
    `UPDATE outbox SET data = jsonb_set(data, '{members}', (
       SELECT jsonb_agg(CASE WHEN member->>'holder' = $3 THEN member || '{"holder": null}' ELSE member END ORDER BY place)
       FROM jsonb_array_elements(data->'members') WITH ORDINALITY AS told(member, place)))
     WHERE type = $1 AND subject = $2 AND data @> jsonb_build_object('members', jsonb_build_array(
       jsonb_build_object('holder', $3::text)))`,
    [RECORDED, procedureId, holder],
  );
}
