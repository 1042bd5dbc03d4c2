import type { CandidacyStatus } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { COMMITTEE_STEPS } from '../committee/committee.rules.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { ReportingRepository } from '../reporting/reporting.repository.ts';
import { type Conflict, type Declaration, Interests } from './interest.rules.ts';
import { positionsHeld } from './position.held.ts';

/** Those whom a member sees while the committee works. */
export const JUDGED: readonly CandidacyStatus[] = ['IN_PROGRESS', 'SUITABLE', 'UNSUITABLE'];

type OfProcedure<T> = T & { readonly procedureId: string };

/** Every conflict of everybody who is or was on the committee, by who holds which post on a local day (yyyy-mm-dd). */
export const conflictsOf = async (
  manager: EntityManager,
  keys: PersonKeys,
  procedureId: string,
  day: string,
): Promise<readonly Conflict[]> => (await interestsOf(manager, keys, procedureId, day)).conflicts;

/** The same with what was declared, so that it can be told who has declared for whom. */
export const interestsOf = async (
  manager: EntityManager,
  keys: PersonKeys,
  procedureId: string,
  day: string,
): Promise<Interests> => (await interestsOfAll(manager, keys, [procedureId], day))[0]!;

/** Of many procedures, in their order; the number of statements does not grow with them. */
export async function interestsOfAll(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
  day: string,
): Promise<Interests[]> {
  const declarations = await declarationsOf(manager, procedureIds);
  const conflicts = [
    ...declarations.filter(({ kind }) => kind === 'CONFLICT').map(declared),
    ...(await candidatesIn(manager, procedureIds)),
    ...(await inLineIn(manager, keys, procedureIds, day)),
  ];
  const of = <T>(all: readonly OfProcedure<T>[], id: string) => all.filter(({ procedureId }) => procedureId === id);
  return procedureIds.map((id) => new Interests(of(conflicts, id), of(declarations, id)));
}

export const declarationsOf = (manager: EntityManager, ids: readonly string[]): Promise<OfProcedure<Declaration>[]> =>
  manager.query(
    `SELECT id, procedure_id AS "procedureId", member_id AS "memberId", kind, candidacy_id AS "candidacyId", covers,
       assessment, version
     FROM interest_declaration WHERE procedure_id = ANY($1::uuid[]) ORDER BY declared_at, id`,
    [ids],
  );

const declared = ({ procedureId, memberId, candidacyId, assessment }: OfProcedure<Declaration>) => ({
  ...{ procedureId, memberId, candidacyId, kind: 'DECLARED' as const, barring: assessment !== 'NOT_BARRING' },
});

/** Whoever is a candidate cannot judge any of the others either. */
async function candidatesIn(manager: EntityManager, ids: readonly string[]): Promise<OfProcedure<Conflict>[]> {
  const rows: { procedureId: string; memberId: string }[] = await manager.query(
    `SELECT member.procedure_id AS "procedureId", member.id AS "memberId" FROM committee_member member
     WHERE member.procedure_id = ANY($1::uuid[]) AND EXISTS (
       SELECT FROM candidacy JOIN candidate_holder held ON held.candidate_id = candidacy.candidate_id
       WHERE candidacy.procedure_id = member.procedure_id AND held.holder = member.holder)`,
    [ids],
  );
  return rows.map((row) => ({ ...row, candidacyId: null, kind: 'IS_CANDIDATE', barring: true }));
}

async function inLineIn(
  manager: EntityManager,
  keys: PersonKeys,
  ids: readonly string[],
  day: string,
): Promise<OfProcedure<Conflict>[]> {
  const held = await positionsHeld(manager, keys, ids, day);
  const lines = await new ReportingRepository(manager, day).linesOf(held.map(({ position }) => position));
  if (held.length === 0) return [];
  const members: { procedureId: string; memberId: string; position: string }[] = await manager.query(
    `SELECT procedure_id AS "procedureId", id AS "memberId", position_id AS position FROM committee_member
     WHERE procedure_id = ANY($1::uuid[]) AND position_id IS NOT NULL ORDER BY joined_at, id`,
    [ids],
  );
  const inLine = held.flatMap(({ procedureId, candidacyId, position }) =>
    members
      .filter((member) => member.procedureId === procedureId && lines.get(position)!.has(member.position))
      .map(({ memberId }) => ({ procedureId, memberId, candidacyId, kind: 'REPORTING_LINE' as const, barring: true })),
  );
  // Who holds two posts, or one that two sources know of, is still one candidate.
  return [...new Map(inLine.map((one) => [`${one.memberId} ${one.candidacyId}`, one])).values()];
}

/** The candidacies that have come as far as the committee, of many procedures: a list that grows is declared for anew. */
export async function beforeCommittee(manager: EntityManager, procedureIds: readonly string[]): Promise<string[][]> {
  const rows: { procedureId: string; id: string }[] = await manager.query(
    `SELECT candidacy.procedure_id AS "procedureId", candidacy.id FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id
     WHERE candidacy.procedure_id = ANY($1::uuid[]) AND candidacy.status = ANY($2) AND step.kind = ANY($3)
     ORDER BY candidacy.submitted_at, candidacy.id`,
    [procedureIds, JUDGED, COMMITTEE_STEPS],
  );
  return procedureIds.map((of) => rows.filter(({ procedureId }) => procedureId === of).map(({ id }) => id));
}
