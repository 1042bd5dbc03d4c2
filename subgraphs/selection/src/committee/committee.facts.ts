import type { VacancyState } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { beforeCommittee, interestsOfAll } from '../interest/interest.repository.ts';
import type { Interests } from '../interest/interest.rules.ts';
import { assessmentPlace, declarationPlace, type InterestContent } from '../interest/interest.store.ts';
import { memberOf, type PersonKeys } from '../person/person.keys.ts';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import { type MemberRecord, membersOfAll } from './committee.repository.ts';
import { type LeavingContent, leavingPlace, type MemberContent, memberPlace } from './committee.store.ts';
import { type HearingDayRecord, hearingDaysOf } from './hearing.repository.ts';

/** What a procedure runs by, once it has started. */
export interface Started {
  readonly id: string;
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState;
  readonly resultSubmitted: boolean;
  /** Whether whoever asks is a candidate of it. */
  readonly amongCandidates: boolean;
}

/** A member with what is sealed of them, opened. */
export interface MemberFacts extends MemberRecord {
  /** Null once the member was erased. */
  readonly name: string | null;
  readonly expertise: string | null;
  readonly leavingReasons: string | null;
}

/** What is sealed of a declaration, opened. */
export interface DeclaredFacts {
  readonly reasons: string | null;
  readonly assessmentReasons: string | null;
  readonly declaredAt: Date;
}

/** Everything that is known of a committee. */
export interface CommitteeFacts extends Started {
  readonly members: readonly MemberFacts[];
  readonly interests: Interests;
  /** By the id of the declaration. */
  readonly declared: ReadonlyMap<string, DeclaredFacts>;
  /** The candidacies before it now. */
  readonly before: readonly string[];
  readonly days: readonly HearingDayRecord[];
}

interface SealedMember {
  readonly id: string;
  readonly data: Buffer | null;
  readonly leftData: Buffer | null;
}

interface SealedDeclaration {
  readonly id: string;
  readonly memberId: string;
  readonly data: Buffer | null;
  readonly assessmentData: Buffer | null;
  readonly declaredAt: Date;
}

/** Of a local day (yyyy-mm-dd), for the holder of a digest. */
interface CommitteeAsked {
  readonly day: string;
  readonly holder: string;
}

/**
 * Committees, in the order asked for; null of a procedure that has not started. The number of statements depends neither
 * on the number of committees nor on that of members and candidates.
 */
export async function committeeFacts(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
  { day, holder }: CommitteeAsked,
): Promise<(CommitteeFacts | null)[]> {
  const started = await startedOf(manager, procedureIds, holder);
  const ids = started.map(({ id }) => id);
  const records = await membersOfAll(manager, ids);
  await keys.load(records.flat().map(({ id }) => memberOf(id)));
  const opened = await openedOf(manager, keys, ids);
  const declared = await declaredOf(manager, keys, ids);
  const interests = await interestsOfAll(manager, keys, ids, day);
  const before = await beforeCommittee(manager, ids);
  const days = await hearingDaysOf(manager, ids);
  const facts = started.map((one, at) => ({
    ...one,
    members: records[at]!.map((member) => ({ ...member, ...opened.get(member.id)! })),
    ...{ interests: interests[at]!, declared, before: before[at]! },
    days: days.filter(({ procedureId }) => procedureId === one.id),
  }));
  return procedureIds.map((id) => facts.find((one) => one.id === id) ?? null);
}

const startedOf = (manager: EntityManager, ids: readonly string[], holder: string): Promise<Started[]> =>
  manager.query(
    `SELECT id, legal_regime AS "legalRegime", regime_from::text AS "regimeFrom", template,
       result_submitted_at IS NOT NULL AS "resultSubmitted",
       EXISTS (${ownCandidacyIn('procedure.id')}) AS "amongCandidates"
     FROM selection_procedure procedure WHERE id = ANY($2::uuid[]) AND started_at IS NOT NULL`,
    [holder, ids],
  );

async function openedOf(manager: EntityManager, keys: PersonKeys, ids: readonly string[]) {
  const rows: SealedMember[] = await manager.query(
    'SELECT id, data, left_data AS "leftData" FROM committee_member WHERE procedure_id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(
    rows.map(({ id, data, leftData }) => {
      const content = keys.open<MemberContent>(memberOf(id), memberPlace(id), data);
      const leaving = keys.open<LeavingContent>(memberOf(id), leavingPlace(id), leftData);
      const { name = null, expertise = null } = content ?? {};
      return [id, { name, expertise, leavingReasons: leaving?.reasons ?? null }];
    }),
  );
}

async function declaredOf(manager: EntityManager, keys: PersonKeys, ids: readonly string[]) {
  const rows: SealedDeclaration[] = await manager.query(
    `SELECT id, member_id AS "memberId", data, assessment_data AS "assessmentData", declared_at AS "declaredAt"
     FROM interest_declaration WHERE procedure_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, memberId, data, assessmentData, declaredAt }) => {
      const open = (place: string, sealed: Buffer | null) =>
        keys.open<InterestContent>(memberOf(memberId), place, sealed)?.reasons ?? null;
      const reasons = open(declarationPlace(id), data);
      return [id, { reasons, assessmentReasons: open(assessmentPlace(id), assessmentData), declaredAt }];
    }),
  );
}
