import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { membersOf } from '../committee/committee.repository.ts';
import { interestsOfAll } from '../interest/interest.repository.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import type { Committee } from './judges.rules.ts';

/** The committees of procedures as they are now, in their order; the number of statements does not grow with the candidates. */
export async function committeesOf(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
  now: Temporal.Instant,
): Promise<Committee[]> {
  const interests = await interestsOfAll(manager, keys, procedureIds, localDay(now).toString());
  return Promise.all(
    procedureIds.map(async (id, at) => ({
      members: (await membersOf(manager, id)).filter(({ leftAt }) => leftAt === null),
      interests: interests[at]!,
      heardBy: new Map(),
    })),
  );
}
