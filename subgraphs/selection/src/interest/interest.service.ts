import { localDay, reasonsProblems, unknown } from '@mandate-graph/domain';
import { type HolderDigest, requireVersion } from '@mandate-graph/writing';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { membersOf } from '../committee/committee.repository.ts';
import { tellCommittee } from '../committee/committee.telling.ts';
import { runningProblems } from '../committee/member.rules.ts';
import { ReportingRepository } from '../reporting/reporting.repository.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import * as rules from './declaring.rules.ts';
import type { AssessInterestInput, DeclareInterestInput, RecordPositionHeldInput } from './interest.input.ts';
import { beforeCommittee, declarationsOf, JUDGED } from './interest.repository.ts';
import { InterestStore } from './interest.store.ts';
import { positionVersion } from './position.held.ts';

/** What ties members of the committee to candidates: as they declare it, and as the institution judges it. */
export class InterestService {
  constructor(
    private readonly writing: SelectionWriting,
    private readonly digest: HolderDigest,
  ) {}

  declare(input: DeclareInterestInput): Promise<Written> {
    return this.writing.ofMember({
      ...{ mutation: 'declareInterest', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work, memberId) => this.#declare(given, work, memberId),
    });
  }

  assess(input: AssessInterestInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'assessInterest', rule: 'SELECTION_RUN', input, what: 'member' },
      id: ({ member }) => member,
      act: (given, work) => this.#assess(given, work),
    });
  }

  /** So that a reporting line to a member can be found. */
  holdsPosition(input: RecordPositionHeldInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordPositionHeld', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#hold(given, work),
    });
  }

  async #declare(given: DeclareInterestInput, work: Work, memberId: string): Promise<Acted> {
    const { procedure, manager } = work;
    const { kind, application = null, reasons = null } = given;
    const candidacies = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const [before] = await beforeCommittee(manager, [procedure.id]);
    const standing = (await declarationsOf(manager, [procedure.id])).find(
      (one) => one.memberId === memberId && one.kind === kind && one.candidacyId === application,
    );
    const isShown = candidacies.some(({ id, status }) => id === application && JUDGED.includes(status));
    const problems = [
      ...runningProblems(procedure),
      ...rules.declarationProblems(given, before!),
      ...(application === null || isShown ? [] : [UNKNOWN_APPLICATION]),
      ...(kind === 'CONFLICT' && standing !== undefined ? [rules.ALREADY_DECLARED] : []),
    ];
    if (problems.length > 0) return { problems };
    const covers = kind === 'NONE' ? before! : [];
    const declared = { memberId, kind, candidacyId: application, covers };
    return told(work, await new InterestStore(work).declare(declared, reasons, standing ?? null));
  }

  async #assess({ member, application = null, version, assessment, reasons }: AssessInterestInput, work: Work) {
    const { procedure, manager, by } = work;
    const assessed = (await membersOf(manager, procedure.id)).find(({ id }) => id === member);
    const declaration = (await declarationsOf(manager, [procedure.id])).find(
      (one) => one.memberId === member && one.kind === 'CONFLICT' && one.candidacyId === application,
    );
    const problems = [
      ...runningProblems(procedure),
      ...reasonsProblems(reasons),
      ...(assessed?.holder === this.digest.of(by) ? [rules.OWN_INTEREST] : []),
      ...(declaration === undefined ? [rules.NOT_DECLARED] : []),
      ...(declaration?.assessment === assessment ? [rules.ALREADY_ASSESSED] : []),
    ];
    if (declaration === undefined || problems.length > 0) return { problems };
    requireVersion(declaration.id, version, declaration.version);
    return told(work, await new InterestStore(work).assess(declaration, assessment, reasons));
  }

  async #hold(given: RecordPositionHeldInput, work: Work): Promise<Acted> {
    const { procedure, manager, now } = work;
    const { position = null, reasons } = given;
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, given.application))!;
    const posts = new ReportingRepository(manager, localDay(now).toString());
    const problems = [
      ...runningProblems(procedure),
      ...reasonsProblems(reasons),
      ...(position === null || (await posts.isPosition(position)) ? [] : [UNKNOWN_POSITION]),
    ];
    if (problems.length > 0) return { problems };
    const version = await positionVersion(manager, candidacy.id);
    requireVersion(candidacy.id, given.version, version);
    return told(work, await new InterestStore(work).hold(candidacy, { position, reasons }, version));
  }
}

/** What ties a member decides which files they are shown. */
async function told(work: Work, answer: RecordedOfProcedure): Promise<Acted> {
  await tellCommittee(work);
  return { answer };
}

const UNKNOWN_APPLICATION = unknown('application', 'APPLICATION', 'an application that is before this committee');
const UNKNOWN_POSITION = unknown('position', 'POSITION', 'a position that an institution of the graph has today');
