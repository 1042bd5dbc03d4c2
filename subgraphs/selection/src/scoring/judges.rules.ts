import type { Problem, SuitabilityScheme } from '@mandate-graph/domain';
import type { Viewer } from '../candidacy/candidacy.type.ts';
import type { MemberRecord } from '../committee/committee.repository.ts';
import { quorumOf } from '../committee/committee.rules.ts';
import type { Interests } from '../interest/interest.rules.ts';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import type { RegimeRules } from '../regime/regime.rules.ts';
import { problem } from '../writing/problem.rules.ts';

export type Judge = Pick<MemberRecord, 'id' | 'holder' | 'function'>;

/** A committee, as far as it decides who judges whom. */
export interface Committee {
  /** Everybody who is on it now: what a member who was replaced has scored counts no more. */
  readonly members: readonly Judge[];
  readonly interests: Pick<Interests, 'barredFrom' | 'isBarred'>;
  /** Members who were there when a candidate was heard, by candidacy; left out where nothing was recorded. */
  readonly heardBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether a member heard a candidate; where nothing was recorded of it, every member did. */
export const hasHeard = ({ heardBy }: Committee, memberId: string, candidacyId: string): boolean =>
  heardBy.get(candidacyId)?.has(memberId) ?? true;

/** Whose scores of a candidate are asked for, and count: of those who are on the committee, heard them and are free to judge. */
export const judgesOf = (committee: Committee, candidacyId: string): readonly Judge[] =>
  committee.members.filter(
    ({ id }) => hasHeard(committee, id, candidacyId) && !committee.interests.isBarred(id, candidacyId),
  );

/** Who asks for the scores of a candidate. */
interface Asking {
  readonly viewer: Viewer;
  /** Of whoever is on the committee, in whatever role they ask: their own scores are in. Null: is not on it. */
  readonly own: boolean | null;
  /** A conflict keeps them from judging the candidate. */
  readonly barred: boolean;
  /** Judges whose scores are not in. */
  readonly missing: number;
}

/**
 * Whoever is on the committee sees how others score after their own scores are in: nobody is led by anybody. The
 * institution, which keeps the minutes, sees what is in once nobody is waited for; candidates and the authority get
 * reasons, not scores.
 */
export function seesScores({ viewer, own, barred, missing }: Asking): boolean {
  if (barred || own === false) return false;
  return viewer === 'MEMBER' ? own !== null : viewer === 'RECRUITER' && missing === 0;
}

/** Members who count: whoever is barred from the whole procedure is on the committee in name only. */
const counted = ({ members, interests }: Committee): readonly Judge[] =>
  members.filter(({ id }) => !interests.isBarred(id, null));

/** What is missing for so many members to judge for a committee: one who is barred from a candidate is not among them. */
export function quorumProblems(
  committee: Committee,
  judges: readonly Judge[],
  quorum: RegimeRules['quorum']['value'],
): Problem[] {
  const needed = quorumOf(quorum, counted(committee).length);
  if (judges.length >= needed) return [];
  const rule = `At least ${needed} members must have heard the candidate, free of conflict`;
  return [problem('application', 'NO_QUORUM', String(judges.length), rule)];
}

/** What keeps a member from speaking for the committee: its chair does; without one, where the regime asks for none, any member. */
export function speakingProblems({ members }: Committee, memberId: string, chairRequired: boolean): Problem[] {
  const chair = members.find((one) => one.function === 'CHAIR');
  if (chair === undefined ? !chairRequired : chair.id === memberId) return [];
  return [problem('procedure', 'NOT_THE_CHAIR', null, 'This is done by the chair, on behalf of the committee')];
}

/** A conclusion in two groups is never made of one in four, nor the other way round: such a procedure is not run here. */
export const schemeProblems = (scheme: SuitabilityScheme): Problem[] =>
  scheme === 'SUITABLE_UNSUITABLE'
    ? []
    : [
        problem(
          'procedure',
          'OTHER_SCHEME',
          scheme,
          'A committee concludes here in the groups SUITABLE and UNSUITABLE, which no other scheme is mapped onto',
        ),
      ];

/** What a committee does with its candidates as a whole, it does while its procedure runs. */
export const runningProblems = (status: RunningStatus): Problem[] =>
  status === 'RUNNING'
    ? []
    : [problem('procedure', 'NOT_AT_THIS_TIME', status, 'A committee judges while its procedure is RUNNING')];

export const barredProblem = (path: string, value: string | null = null): Problem =>
  problem(path, 'BARRED', value, 'Nobody judges a candidate with whom they have a conflict of interest');
