import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { membersOfAll } from '../committee/committee.repository.ts';
import { interestsOfAll } from '../interest/interest.repository.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import type { Committee } from './judges.rules.ts';

interface Heard {
  readonly procedureId: string;
  readonly candidacyId: string;
  readonly present: readonly string[];
}

/** The committees of procedures as they are now, in their order; the number of statements does not grow with the candidates. */
export async function committeesOf(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
  now: Temporal.Instant,
): Promise<Committee[]> {
  const members = await membersOfAll(manager, procedureIds);
  const interests = await interestsOfAll(manager, keys, procedureIds, localDay(now).toString());
  const heard: Heard[] = await manager.query(
    `SELECT procedure_id AS "procedureId", candidacy_id AS "candidacyId", present FROM hearing
     WHERE procedure_id = ANY($1::uuid[]) AND status = 'HELD'`,
    [procedureIds],
  );
  return procedureIds.map((id, at) => ({
    members: members[at]!.filter(({ leftAt }) => leftAt === null),
    interests: interests[at]!,
    heardBy: heardBy(heard.filter(({ procedureId }) => procedureId === id)),
  }));
}

/** Whoever was there each time a candidate was heard has heard all of them. */
function heardBy(hearings: readonly Heard[]): Committee['heardBy'] {
  const by = new Map<string, ReadonlySet<string>>();
  for (const { candidacyId, present } of hearings) {
    const before = by.get(candidacyId);
    by.set(candidacyId, new Set(present.filter((id) => before?.has(id) ?? true)));
  }
  return by;
}
