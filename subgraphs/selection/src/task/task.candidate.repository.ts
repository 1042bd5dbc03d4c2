import type { CandidacyStatus } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { Chosen } from './task.candidate.rules.ts';
import { STARTED_COLUMNS, type StartedProcedure } from './task.repository.ts';

/** A candidacy in the computer assessment, with what its procedure runs by. */
export interface AssessedCandidacy {
  readonly application: string;
  readonly candidateId: string;
  readonly status: CandidacyStatus;
  readonly stepId: string;
  readonly procedure: StartedProcedure;
}

type Row = Omit<AssessedCandidacy, 'procedure'> & StartedProcedure;

/** What a candidate’s tasks follow from, beside sessions and ledger: each is one statement. */
export class CandidateTaskRepository {
  constructor(
    private readonly manager: EntityManager,
    /** Digest of the subject that the candidate signs in with; erasure takes it away. */
    private readonly holder: string,
  ) {}

  async inAssessment(): Promise<AssessedCandidacy[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT candidacy.id AS application, candidacy.candidate_id AS "candidateId", candidacy.status,
         candidacy.step_id AS "stepId", ${STARTED_COLUMNS}
       FROM candidate_holder held JOIN candidacy ON candidacy.candidate_id = held.candidate_id
       JOIN selection_step step ON step.id = candidacy.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
       JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
       WHERE held.holder = $1 AND candidacy.status = 'IN_PROGRESS' ORDER BY candidacy.submitted_at, candidacy.id`,
      [this.holder],
    );
    return rows.map(({ application, candidateId, status, stepId, ...procedure }) => ({
      ...{ application, candidateId, status, stepId, procedure },
    }));
  }

  async chosen(): Promise<Chosen[]> {
    const rows: (StartedProcedure & { application: string; decidedAt: Date })[] = await this.manager.query(
      `SELECT candidacy.id AS application, decision.decided_at AS "decidedAt", ${STARTED_COLUMNS}
       FROM candidate_holder held JOIN candidacy ON candidacy.candidate_id = held.candidate_id
       JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id AND procedure.status = 'DECIDED'
       JOIN appointment_decision decision ON decision.candidacy_id = candidacy.id
         AND decision.status = 'AWAITING_ANSWER'
       WHERE held.holder = $1 AND candidacy.status = 'SELECTED' ORDER BY decision.decided_at, candidacy.id`,
      [this.holder],
    );
    return rows.map(({ application, decidedAt, ...procedure }) => ({
      ...{ application, decidedAt: instantOf(decidedAt), procedure },
    }));
  }
}
