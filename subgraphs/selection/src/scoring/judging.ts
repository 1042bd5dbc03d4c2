import { type CandidacyStatus, type Problem, unknown } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import type { Work } from '../writing/work.ts';
import { committeesOf } from './judges.repository.ts';
import type { Committee } from './judges.rules.ts';

/** Who left before the committee could judge them is not before it: a member does not learn of them by asking. */
const NOT_BEFORE_THE_COMMITTEE: readonly CandidacyStatus[] = ['EXCLUDED', 'WITHDRAWN', 'DISCONTINUED'];

export const UNKNOWN_APPLICATION: Problem = unknown(
  'application',
  'APPLICATION',
  'an application that is before this committee',
);

export const committeeOf = async ({ manager, keys, procedure, now }: Work): Promise<Committee> =>
  (await committeesOf(manager, keys, [procedure.id], now))[0]!;

/** A candidate with the committee that judges them; null: not before this committee. */
export async function judged(
  work: Work,
  application: string,
): Promise<{ readonly candidacy: CandidacyRecord; readonly committee: Committee } | null> {
  const candidacy = await new CandidacyRepository(work.manager).one(work.procedure.id, application);
  if (candidacy === null || NOT_BEFORE_THE_COMMITTEE.includes(candidacy.status)) return null;
  return { candidacy, committee: await committeeOf(work) };
}
