import { type Actor, isPermitted, type Resource } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ConflictOfInterest, InterestDeclaration } from '../interest/interest.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { CommitteeFacts } from './committee.facts.ts';
import type { CommitteeLoaders } from './committee.loaders.ts';
import { parityOf, quorumOf, withinRange } from './committee.rules.ts';
import type { CommitteeMember } from './committee.type.ts';
import type { HearingDay, HearingView } from './hearing.type.ts';
import type { SelectionCommittee } from './selection.committee.type.ts';

/** As whom somebody sees a committee. */
type Viewer = 'INSTITUTION' | 'MEMBER' | 'AUTHORITY';

/** Committees as they are shown: to the institution, to who is on them now, and to the authority. */
export class CommitteeReader {
  readonly #holder: string;

  constructor(
    private readonly loaders: CommitteeLoaders,
    private readonly actor: Actor,
    digest: HolderDigest,
  ) {
    this.#holder = digest.of(actor.subject);
  }

  /** Null before the procedure has started, and for whoever may not see it. */
  async ofProcedure({ id, whose }: Pick<ProcedureView, 'id' | 'whose'>): Promise<SelectionCommittee | null> {
    const facts = await this.loaders.facts.load(id);
    const viewer = facts === null ? null : this.#viewerOf(facts, whose);
    return facts === null || viewer === null ? null : this.#view(facts, viewer);
  }

  /** With one candidate, or with the procedure as a whole. */
  async conflictsOf({ id, procedureId, whose }: CandidacyView): Promise<readonly ConflictOfInterest[]> {
    const conflicts = (await this.ofProcedure({ id: procedureId, whose }))?.conflicts ?? [];
    return conflicts.filter(({ application }) => application === null || application === id);
  }

  async hearingsOf({ id, procedureId, whose }: CandidacyView): Promise<HearingView[]> {
    const hearings = await this.loaders.hearings.load(id);
    if (hearings.length === 0) return [];
    const facts = await this.loaders.facts.load(procedureId);
    const members = facts === null ? [] : this.#members(facts, false);
    return hearings.map(({ stepId, startsAt, present, ...hearing }) => ({
      ...hearing,
      ...{ step: stepId, startsAt: startsAt?.toISOString() ?? null },
      ...{ present: named(members, present), whose },
    }));
  }

  /** To a candidate of the procedure it is not shown, but as the member whom that bars. */
  #viewerOf({ members, amongCandidates }: CommitteeFacts, whose: Resource): Viewer | null {
    if (!amongCandidates && isPermitted(this.actor, 'SELECTION_RUN', whose)) return 'INSTITUTION';
    const isOnIt = members.some(({ holder, leftAt }) => leftAt === null && holder === this.#holder);
    if (isOnIt && isPermitted(this.actor, 'COMMITTEE_ACT', whose)) return 'MEMBER';
    return !amongCandidates && isPermitted(this.actor, 'SELECTION_DECIDE', whose) ? 'AUTHORITY' : null;
  }

  #view(facts: CommitteeFacts, viewer: Viewer): SelectionCommittee {
    const members = this.#members(facts, viewer !== 'MEMBER');
    const shown = members.filter(
      ({ you }) => viewer === 'INSTITUTION' || (viewer === 'MEMBER' ? you : facts.resultSubmitted),
    );
    return {
      members: members.filter(({ leftAt }) => leftAt === null),
      formerMembers: members.filter(({ leftAt }) => leftAt !== null),
      ...rulesView(facts, members),
      hearingDays: daysOf(facts, members),
      declarations: declarationsOf(facts, shown),
      conflicts: conflictsOf(facts, shown),
    };
  }

  #members({ members, interests, before, days }: CommitteeFacts, withReasons: boolean): CommitteeMember[] {
    return members.map(({ holder, positionId, joinedAt, leftAt, leavingReasons, ...member }) => ({
      ...member,
      ...{ position: positionId, you: holder === this.#holder },
      ...{ joinedAt: joinedAt.toString(), leftAt: leftAt?.toString() ?? null },
      leavingReasons: withReasons ? leavingReasons : null,
      present: days.filter(({ present }) => present.includes(member.id)).map(({ heldOn }) => heldOn),
      declared: interests.undeclared(member.id, before).length === 0,
    }));
  }
}

/** What the committee must be like, beside what it is. */
function rulesView(facts: CommitteeFacts, all: readonly CommitteeMember[]) {
  const { committeeSize, chairRequired, quorum, languageParity } = rulesOf(facts);
  const members = all.filter(({ id, leftAt }) => leftAt === null && !facts.interests.isBarred(id, null));
  const { value: size } = committeeSize;
  const [now, range] = [members.length, { min: size?.min ?? null, max: size?.max ?? null }];
  const ground = ({ basis, source }: Pick<SelectionCommittee['size'], 'basis' | 'source'>) => ({ basis, source });
  return {
    parity: { ...parityOf(members), required: languageParity.value === 'REQUIRED', ...ground(languageParity) },
    size: { ...range, now, withinRange: withinRange(size, now), ...ground(committeeSize) },
    chairing: {
      required: chairRequired.value,
      chair: all.find((member) => member.leftAt === null && member.function === 'CHAIR') ?? null,
      ...ground(chairRequired),
    },
    quorum: { needed: quorumOf(quorum.value, now), ...ground(quorum) },
  };
}

const daysOf = ({ days }: CommitteeFacts, all: readonly CommitteeMember[]): HearingDay[] =>
  days.map(({ id, stepId, heldOn, members, chair, present, version, recordedAt }) => ({
    ...{ id, step: stepId, heldOn, version, openedAt: recordedAt.toISOString() },
    ...{ members: named(all, members), present: named(all, present) },
    chair: all.find((member) => member.id === chair) ?? null,
  }));

const declarationsOf = (
  { interests, declared }: CommitteeFacts,
  shown: readonly CommitteeMember[],
): InterestDeclaration[] =>
  interests.declarations.flatMap(({ id, memberId, kind, candidacyId, covers, assessment, version }) => {
    const { declaredAt, ...reasons } = declared.get(id)!;
    return named(shown, [memberId]).map((member) => ({
      ...{ id, member, kind, application: candidacyId, covers, assessment, version, ...reasons },
      declaredAt: declaredAt.toISOString(),
    }));
  });

const conflictsOf = ({ interests }: CommitteeFacts, shown: readonly CommitteeMember[]): ConflictOfInterest[] =>
  interests.conflicts.flatMap(({ memberId, candidacyId, kind, barring }) =>
    named(shown, [memberId]).map((member) => ({ member, application: candidacyId, kind, barring })),
  );

const named = (members: readonly CommitteeMember[], ids: readonly string[]): CommitteeMember[] =>
  members.filter(({ id }) => ids.includes(id));
