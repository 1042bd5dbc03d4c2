import { randomUUID } from 'node:crypto';
import { NOT_YET } from '@mandate-graph/domain';
import { placeOf } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { GivenScores } from './scoring.rules.ts';

/** Scores that are put in place, and why of the ones that stood. */
interface NewScores extends GivenScores {
  readonly reasons?: string | null;
  /** The member could see how others had scored. */
  readonly afterOthers: boolean;
}

interface Standing {
  readonly id: string;
  readonly version: number;
}

export const scorePlace = (id: string): string => placeOf('committee_score', id);

/** What is sealed of the scores of a member. */
export interface ScoreContent {
  readonly scores: readonly { readonly competence: string; readonly score: string; readonly remarks: string | null }[];
  readonly remarks: string | null;
}

/** Where acts read and write how members judge candidates. */
export class ScoreStore {
  constructor(private readonly work: Work) {}

  /** What a member has scored; of what is not there yet, the one that would be the first. */
  async standing(candidacyId: string, memberId: string): Promise<Standing> {
    const [row]: Standing[] = await this.work.manager.query(
      'SELECT id, version FROM committee_score WHERE candidacy_id = $1 AND member_id = $2',
      [candidacyId, memberId],
    );
    return row ?? { id: randomUUID(), version: NOT_YET };
  }

  /** Members whose scores of a candidate are in, whether or not they count. */
  async scorersOf(candidacyId: string): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.work.manager.query(
      'SELECT member_id AS id FROM committee_score WHERE candidacy_id = $1',
      [candidacyId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether another member has scored a candidate, whoever is on the committee now: it may have been seen. */
  async othersAreIn(candidacyId: string, memberId: string): Promise<boolean> {
    return [...(await this.scorersOf(candidacyId))].some((id) => id !== memberId);
  }

  async put(
    { id: candidacyId, candidateId }: CandidacyRecord,
    memberId: string,
    standing: Standing,
    { reasons = null, afterOthers, ...given }: NewScores,
  ): Promise<RecordedOfProcedure> {
    const { work } = this;
    const { manager, now, by, procedure } = work;
    const person = candidateOf(candidateId);
    await work.keys.make([person]);
    const { id } = standing;
    const [version, recordedAt] = [standing.version + 1, now.toString()];
    const content = contentOf(given);
    await manager.query(
      `INSERT INTO committee_score AS score (id, candidacy_id, member_id, data, corrected_after_others, version,
         recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'SCORE')
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = excluded.version,
         corrected_after_others = score.corrected_after_others OR excluded.corrected_after_others,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [
        ...[id, candidacyId, memberId, work.keys.of(person)?.seal(scorePlace(id), content) ?? null, afterOthers],
        ...[version, recordedAt, by],
      ],
    );
    work.record({
      ...{ act: 'SCORE', about: 'SCORES', aboutId: id },
      before: standing.version === NOT_YET ? null : { version: standing.version },
      after: { application: candidacyId, member: memberId, version, ...(afterOthers && { afterOthers }) },
      personal: { person, content: reasons === null ? content : { ...content, reasons } },
    });
    return { id, version, recordedAt, procedureId: procedure.id };
  }
}

const contentOf = ({ scores, remarks = null }: GivenScores): ScoreContent => ({
  scores: scores.map(({ competence, score, remarks: of = null }) => ({ competence, score, remarks: of })),
  remarks,
});
