import type { EntityManager } from 'typeorm';
import type { Placed } from '../ranking/ranking.rules.ts';
import { STARTED_COLUMNS, type StartedProcedure } from './task.repository.ts';

/** A procedure that runs, and as which member somebody is on its committee now. */
interface SeatedProcedure extends StartedProcedure {
  readonly memberId: string;
}

/** What a member’s tasks follow from, beside what is known of committees: each is one statement. */
export class MemberTaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Of these procedures, those in which the holder of a digest is on the committee. */
  seats(procedureIds: readonly string[], holder: string): Promise<SeatedProcedure[]> {
    return this.manager.query(
      `SELECT ${STARTED_COLUMNS}, member.id AS "memberId"
       FROM committee_member member JOIN selection_procedure procedure ON procedure.id = member.procedure_id
       WHERE member.holder = $2 AND member.left_at IS NULL AND procedure.status = 'RUNNING'
         AND procedure.id = ANY($1::uuid[]) ORDER BY procedure.started_at, procedure.id`,
      [procedureIds, holder],
    );
  }

  placed(procedureIds: readonly string[]): Promise<(Placed & { readonly procedureId: string })[]> {
    return this.manager.query(
      `SELECT id AS application, place, procedure_id AS "procedureId" FROM ranking_place
       WHERE procedure_id = ANY($1::uuid[]) AND place IS NOT NULL ORDER BY place, id`,
      [procedureIds],
    );
  }
}
