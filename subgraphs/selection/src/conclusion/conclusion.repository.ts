import { placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { SuitabilityGroup } from './conclusion.rules.ts';

/** What the committee concluded on a candidate. */
export interface Conclusion {
  readonly group: SuitabilityGroup;
  /** Null: the candidate was erased. */
  readonly reasons: string | null;
  readonly concludedAt: Date;
}

interface Row extends Omit<Conclusion, 'reasons'> {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly data: Buffer | null;
}

/** Statements on conclusions: one whatever the number of candidates, with one for their keys. Answers are in the order asked for. */
export class ConclusionRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  async ofCandidacies(ids: readonly string[]): Promise<(Conclusion | null)[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT outcome.id, outcome.candidacy_id AS "candidacyId", candidacy.candidate_id AS "candidateId",
         outcome.result AS group, outcome.data, outcome.recorded_at AS "concludedAt"
       FROM step_outcome outcome
       JOIN candidacy ON candidacy.id = outcome.candidacy_id
       WHERE outcome.candidacy_id = ANY($1::uuid[]) AND outcome.result IN ('SUITABLE', 'UNSUITABLE')`,
      [ids],
    );
    await this.keys.load([...new Set(rows.map(({ candidateId }) => candidateOf(candidateId)))]);
    const found = new Map(rows.map((row) => [row.candidacyId, this.#open(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** Whether each was told of the result. */
  async sentTo(ids: readonly string[]): Promise<boolean[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT DISTINCT candidacy_id AS id FROM notification WHERE candidacy_id = ANY($1::uuid[]) AND about = 'RESULT'`,
      [ids],
    );
    const sent = new Set(rows.map(({ id }) => id));
    return ids.map((id) => sent.has(id));
  }

  #open({ id, candidateId, data, group, concludedAt }: Row): Conclusion {
    const content = this.keys.open<{ reasons: string }>(candidateOf(candidateId), placeOf('step_outcome', id), data);
    return { group, reasons: content?.reasons ?? null, concludedAt };
  }
}
