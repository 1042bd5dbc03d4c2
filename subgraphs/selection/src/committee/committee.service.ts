import { localDay, type Problem, reasonsProblems, unknown } from '@mandate-graph/domain';
import { type HolderDigest, requireVersion } from '@mandate-graph/writing';
import { ReportingRepository } from '../reporting/reporting.repository.ts';
import { isCandidate } from '../writing/own.candidacy.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type {
  AppointMemberInput,
  MakeChairInput,
  NewMemberGiven,
  ReleaseMemberInput,
  ReplaceMemberInput,
} from './committee.input.ts';
import { type MemberRecord, membersOf } from './committee.repository.ts';
import type { MemberFunction } from './committee.rules.ts';
import { CommitteeStore, type NewMember } from './committee.store.ts';
import { tellCommittee } from './committee.telling.ts';
import * as problems from './member.rules.ts';

/** How the institution composes the committee, while the procedure runs. */
export class CommitteeService {
  constructor(
    private readonly writing: SelectionWriting,
    private readonly digest: HolderDigest,
  ) {}

  appoint(input: AppointMemberInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'appointMember', rule: 'SELECTION_RUN', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#appoint(given, work),
    });
  }

  /** One leaves, another joins in their place, and both in the same act. */
  replace(input: ReplaceMemberInput): Promise<Written> {
    return this.#ofMember('replaceMember', input, async (given, work, member, members) => {
      const wrong = [...reasonsProblems(given.reasons), ...(await this.#joining(given, work, members))];
      return {
        wrong,
        act: async (store) => {
          await store.leave(member, given.reasons, true);
          return store.join(this.#newMember(given, member.function, member.id));
        },
      };
    });
  }

  release(input: ReleaseMemberInput): Promise<Written> {
    return this.#ofMember('releaseMember', input, async ({ reasons }, _work, member) => ({
      wrong: reasonsProblems(reasons),
      act: (store) => store.leave(member, reasons, false),
    }));
  }

  makeChair(input: MakeChairInput): Promise<Written> {
    return this.#ofMember('makeChair', input, async (_given, _work, member, members) => ({
      wrong: member.function === 'CHAIR' ? [problems.ALREADY_CHAIR] : [],
      act: (store) => store.chair(member, chairOf(members)),
    }));
  }

  async #appoint(given: AppointMemberInput, work: Work): Promise<Acted> {
    const members = await onIt(work);
    const wrong = [
      ...problems.runningProblems(work.procedure),
      ...(await this.#joining(given, work, members)),
      ...(given.function === 'CHAIR' && chairOf(members) !== null ? [problems.CHAIR_TAKEN] : []),
    ];
    if (wrong.length > 0) return { problems: wrong };
    const answer = await new CommitteeStore(work).join(this.#newMember(given, given.function, null));
    await tellCommittee(work);
    return { answer };
  }

  #ofMember<I extends { readonly idempotencyKey: string; readonly member: string; readonly version?: number }>(
    mutation: string,
    input: I,
    judge: (given: I, work: Work, member: MemberRecord, members: readonly MemberRecord[]) => Promise<Judged>,
  ): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation, rule: 'SELECTION_RUN', input, what: 'member' },
      id: ({ member }) => member,
      act: async (given, work) => {
        const members = await onIt(work);
        const member = members.find(({ id }) => id === given.member);
        const ofProcedure = problems.runningProblems(work.procedure);
        if (member === undefined) return { problems: [...ofProcedure, problems.HAS_LEFT] };
        const { wrong, act } = await judge(given, work, member, members);
        if (ofProcedure.length + wrong.length > 0) return { problems: [...ofProcedure, ...wrong] };
        requireVersion(member.id, given.version, member.version);
        const answer = await act(new CommitteeStore(work));
        await tellCommittee(work);
        return { answer };
      },
    });
  }

  /** What speaks against somebody joining. */
  async #joining(given: NewMemberGiven, work: Work, members: readonly MemberRecord[]): Promise<Problem[]> {
    const { manager, procedure, now } = work;
    const holder = this.digest.of(given.subject);
    const posts = new ReportingRepository(manager, localDay(now).toString());
    const position = given.position ?? null;
    return [
      ...problems.subjectProblems(given.subject),
      ...(members.some((member) => member.holder === holder) ? [problems.ALREADY_MEMBER] : []),
      ...((await isCandidate(manager, procedure.id, holder)) ? [problems.IS_CANDIDATE] : []),
      ...(position === null || (await posts.isPosition(position)) ? [] : [UNKNOWN_POSITION]),
    ];
  }

  #newMember(given: NewMemberGiven, as: MemberFunction, replaces: string | null): NewMember {
    const { subject, name, languageRole = null, position = null, expertise = null } = given;
    const holder = this.digest.of(subject);
    return { holder, function: as, languageRole, positionId: position, replaces, content: { name, expertise } };
  }
}

interface Judged {
  readonly wrong: readonly Problem[];
  readonly act: (store: CommitteeStore) => ReturnType<CommitteeStore['join']>;
}

const onIt = async ({ manager, procedure }: Work): Promise<readonly MemberRecord[]> =>
  (await membersOf(manager, procedure.id)).filter(({ leftAt }) => leftAt === null);

const chairOf = (members: readonly MemberRecord[]): MemberRecord | null =>
  members.find((member) => member.function === 'CHAIR') ?? null;

const UNKNOWN_POSITION = unknown('position', 'POSITION', 'a position that an institution of the graph has today');
