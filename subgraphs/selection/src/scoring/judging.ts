import { type CandidacyStatus, type Problem, unknown } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import type { Work } from '../writing/work.ts';
import { committeesOf } from './judges.repository.ts';
import { barredProblem, type Committee } from './judges.rules.ts';

/** Who left before the committee could judge them is not before it: a member does not learn of them by asking. */
const NOT_BEFORE_THE_COMMITTEE: readonly CandidacyStatus[] = ['EXCLUDED', 'WITHDRAWN', 'DISCONTINUED'];

const UNKNOWN_APPLICATION: Problem = unknown(
  'application',
  'APPLICATION',
  'an application that is before this committee',
);

export const committeeOf = async ({ manager, keys, procedure, now }: Work): Promise<Committee> =>
  (await committeesOf(manager, keys, [procedure.id], now))[0]!;

interface Judged {
  readonly candidacy: CandidacyRecord;
  readonly committee: Committee;
  readonly problems?: never;
}

/** A candidate with the committee that judges them. Whom a conflict bars is told that alone, wherever the candidate stands. */
export async function judged(
  work: Work,
  application: string,
  member: string,
): Promise<Judged | { readonly problems: readonly Problem[] }> {
  const candidacy = await new CandidacyRepository(work.manager).one(work.procedure.id, application);
  if (candidacy === null) return { problems: [UNKNOWN_APPLICATION] };
  const committee = await committeeOf(work);
  if (committee.interests.isBarred(member, candidacy.id)) return { problems: [barredProblem('application')] };
  const before = !NOT_BEFORE_THE_COMMITTEE.includes(candidacy.status);
  return before ? { candidacy, committee } : { problems: [UNKNOWN_APPLICATION] };
}
