import { placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { Findings, InterviewResult } from './interview.rules.ts';

/** The ids of those whom the authority has interviewed, or who did not come. */
export async function interviewedIn(manager: EntityManager, stepId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query('SELECT candidacy_id AS id FROM step_outcome WHERE step_id = $1', [
    stepId,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** An interview as it is read. */
export interface InterviewFacts {
  readonly result: InterviewResult;
  readonly recordedAt: Date;
  readonly version: number;
  /** Null: the candidate did not come, or was erased. */
  readonly findings: Findings | null;
}

interface Row extends Omit<InterviewFacts, 'findings'> {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly data: Buffer | null;
}

/** Interviews for reading: one statement for all, and one for the keys. */
export class InterviewRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  /** In the order asked for; null: none. */
  async ofCandidacies(ids: readonly string[]): Promise<(InterviewFacts | null)[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT outcome.id, outcome.candidacy_id AS "candidacyId", candidacy.candidate_id AS "candidateId", outcome.result,
         outcome.recorded_at AS "recordedAt", outcome.version, outcome.data
       FROM step_outcome outcome
       JOIN selection_step step ON step.id = outcome.step_id AND step.kind = 'ADDITIONAL_INTERVIEW'
       JOIN candidacy ON candidacy.id = outcome.candidacy_id
       WHERE outcome.candidacy_id = ANY($1::uuid[])`,
      [ids],
    );
    await this.keys.load(rows.map(({ candidateId }) => candidateOf(candidateId)));
    const found = new Map(rows.map((row) => [row.candidacyId, this.#open(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  #open({ id, candidateId, result, recordedAt, version, data }: Row): InterviewFacts {
    const sealed = this.keys.open<{ details: Findings | null }>(
      candidateOf(candidateId),
      placeOf('step_outcome', id),
      data,
    );
    return { result, recordedAt, version, findings: sealed?.details ?? null };
  }
}
