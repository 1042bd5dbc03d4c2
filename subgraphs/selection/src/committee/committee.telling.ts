import { isDeepStrictEqual } from 'node:util';
import { type CommitteeMemberTold, type CommitteeRecorded, localDay } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { interestsOf } from '../interest/interest.repository.ts';
import type { Interests } from '../interest/interest.rules.ts';
import { byRule, type Work } from '../writing/work.ts';
import { type MemberRecord, membersOf } from './committee.repository.ts';

const RECORDED = 'mandate-graph.committee.recorded.v1';

/**
 * Tells who is on the committee now, and whom each of them may not judge, by what is known today: files are shown to
 * nobody else. To be called after an act that changes either; nothing is told where there never was a member.
 */
export async function tellCommittee(work: Work): Promise<void> {
  const everybody = await membersOf(work.manager, work.procedure.id);
  if (everybody.length > 0) tell(work, await seatedOf(work, everybody));
}

/**
 * Tells it again where it is otherwise than it was told last, by nothing that was done in the procedure: somebody on the
 * committee holds a post, and there are other lines than before. To be called once all else has been told and written.
 */
export async function tellCommitteeAnew(work: Work): Promise<void> {
  const { manager, procedure } = work;
  const everybody = await membersOf(manager, procedure.id);
  if (!everybody.some(({ leftAt, positionId }) => leftAt === null && positionId !== null)) return;
  const [last]: Pick<CommitteeRecorded, 'members'>[] = await manager.query(
    `SELECT data->'members' AS members FROM outbox WHERE type = '${RECORDED}' AND subject = $1 ORDER BY id DESC LIMIT 1`,
    [procedure.id],
  );
  const seated = await seatedOf(work, everybody);
  if (isDeepStrictEqual(seated.map(toldOf), last?.members)) return;
  // An act of its own, so that what is told has a version of its own: whoever reads it again never goes back behind it.
  work.record({
    ...{ act: 'BAR_BY_LINES', about: 'PROCEDURE', aboutId: procedure.id, by: byRule('reporting-lines') },
    after: { members: seated.map(({ id, barredFrom }) => ({ member: id, barredFrom })) },
  });
  tell(work, seated);
}

function tell(work: Work, seated: readonly Seated[]): void {
  const { procedure, now } = work;
  work.tell(RECORDED, procedure.id, {
    ...{ procedure: procedure.id, vacancy: procedure.vacancyId, members: seated.map(toldOf) },
    ...{ version: work.acts, recordedAt: now.toString() },
  });
}

/** A member who is on the committee and signs in, and whom they may not judge. */
interface Seated extends CommitteeMemberTold {
  readonly id: string;
}
const toldOf = ({ holder, barredFrom }: Seated): CommitteeMemberTold => ({ holder, barredFrom });

async function seatedOf(
  { manager, keys, procedure, now }: Work,
  everybody: readonly MemberRecord[],
): Promise<readonly Seated[]> {
  const interests = await interestsOf(manager, keys, procedure.id, localDay(now).toString());
  return everybody
    .filter(({ leftAt, holder }) => leftAt === null && holder !== null)
    .map(({ id, holder }) => ({ id, holder, barredFrom: barredFrom(id, interests) }));
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
