import type { VacancyState } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import { type ScoreContent, scorePlace } from './scoring.store.ts';

/** The scores of a member as they are read. */
export interface ScoreRecord {
  readonly id: string;
  readonly candidacyId: string;
  readonly memberId: string;
  readonly version: number;
  readonly correctedAfterOthers: boolean;
  readonly recordedAt: Date;
  /** Null: the candidate was erased. */
  readonly content: ScoreContent | null;
}

/** What a procedure took over when it started. */
export interface Started {
  readonly id: string;
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  readonly template: VacancyState;
}

type Row = Omit<ScoreRecord, 'content'> & { readonly candidateId: string; readonly data: Buffer | null };

/** Statements on scores: their number is the same whatever the number of candidates. Answers are in the order asked for. */
export class ScoringRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
  ) {}

  /** Of everybody who ever scored, by candidacy. */
  async ofCandidacies(ids: readonly string[]): Promise<ScoreRecord[][]> {
    const rows: Row[] = await this.manager.query(
      `SELECT score.id, score.candidacy_id AS "candidacyId", score.member_id AS "memberId", score.version,
         score.corrected_after_others AS "correctedAfterOthers",
         score.recorded_at AS "recordedAt", score.data, candidacy.candidate_id AS "candidateId"
       FROM committee_score score
       JOIN candidacy ON candidacy.id = score.candidacy_id
       JOIN committee_member member ON member.id = score.member_id
       WHERE score.candidacy_id = ANY($1::uuid[]) ORDER BY member.joined_at, member.id`,
      [ids],
    );
    await this.keys.load([...new Set(rows.map(({ candidateId }) => candidateOf(candidateId)))]);
    const scores = new Map<string, ScoreRecord[]>(ids.map((id) => [id, []]));
    for (const { candidateId, data, ...row } of rows) {
      const content = this.keys.open<ScoreContent>(candidateOf(candidateId), scorePlace(row.id), data);
      scores.get(row.candidacyId)!.push({ ...row, content });
    }
    return ids.map((id) => scores.get(id)!);
  }

  /** Null for a procedure that has not started. */
  async startedBy(procedureIds: readonly string[]): Promise<(Started | null)[]> {
    const rows: Started[] = await this.manager.query(
      `SELECT id, legal_regime AS "legalRegime", regime_from::text AS "regimeFrom", template
       FROM selection_procedure WHERE id = ANY($1::uuid[]) AND started_at IS NOT NULL`,
      [procedureIds],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return procedureIds.map((id) => found.get(id) ?? null);
  }
}
