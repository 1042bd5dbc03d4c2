import type { HolderDigest } from '@mandate-graph/writing';
import type { Barring } from '../candidacy/candidacy.reader.ts';
import type { CandidacyView, Viewer } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { type Committee, type Judge, judgesOf, seesScores } from './judges.rules.ts';
import type { ScoringLoaders } from './scoring.loaders.ts';
import type { ScoreRecord } from './scoring.repository.ts';
import { averageOf, competencesToScore } from './scoring.rules.ts';
import type { CommitteeScoreView, ScoreInView, ScoreSheetView } from './scoring.type.ts';

/** A candidacy, as far as it decides who judges it. */
type Judged = Pick<CandidacyView, 'id' | 'procedureId'>;

/** Where the judging of a candidate stands, to whoever asks. */
interface Judging {
  readonly judges: readonly Judge[];
  /** Those that count, in the order in which their members joined. */
  readonly scores: readonly ScoreRecord[];
  /** Of whoever asks; null: is not on the committee. */
  readonly member: string | null;
  readonly barred: boolean;
}

/** Who sees how candidates are scored, and how much of it. */
export class ScoringReader implements Barring {
  readonly #holder: string;

  constructor(
    private readonly loaders: ScoringLoaders,
    digest: HolderDigest,
    subject: string,
  ) {
    this.#holder = digest.of(subject);
  }

  /** Null until whoever asks may see them. */
  async scoresOf(candidacy: CandidacyView): Promise<CommitteeScoreView[] | null> {
    const judging = await this.#judging(candidacy);
    return this.#sees(candidacy.viewer, judging)
      ? judging.scores.map((score) => viewOf(score, judging.member, candidacy))
      : null;
  }

  /** Over the members, of whom each has one: null until whoever asks may see it, and where there is nothing to average. */
  async averageOf(candidacy: CandidacyView): Promise<string | null> {
    const scores = await this.scoresOf(candidacy);
    return averageOf((scores ?? []).flatMap((one) => one.scores.map(({ score }) => score)));
  }

  /** Of each who judges the candidate, whether their scores are in; not what they are. */
  async scoresInOf(candidacy: CandidacyView): Promise<ScoreInView[] | null> {
    const { viewer, whose } = candidacy;
    const { judges, scores, barred } = await this.#judging(candidacy);
    if (barred || (viewer !== 'MEMBER' && viewer !== 'RECRUITER')) return null;
    const scored = new Set(scores.map(({ memberId }) => memberId));
    return judges.map(({ id }) => ({ member: id, in: scored.has(id), whose }));
  }

  /** Whether whoever asks, as this viewer, may see how a candidate is scored, now. */
  async areOpenTo(viewer: Viewer, candidacy: Judged): Promise<boolean> {
    return this.#sees(viewer, await this.#judging(candidacy));
  }

  /** Whether a conflict keeps whoever asks, being on the committee, from seeing how a candidate is judged. */
  async isBarred({ id, procedureId }: CandidacyView): Promise<boolean> {
    return this.#barred(await this.loaders.committeeOf.load(procedureId), id);
  }

  async barredFrom(procedureId: string): Promise<readonly (string | null)[]> {
    const committee = await this.loaders.committeeOf.load(procedureId);
    const member = this.#memberOf(committee);
    return member === undefined ? [] : committee.interests.barredFrom(member.id);
  }

  /** Null until the procedure has started. */
  async sheetOf({ id, whose }: ProcedureView): Promise<ScoreSheetView | null> {
    const started = await this.loaders.startedBy.load(id);
    if (started === null) return null;
    const { lowest, highest } = rulesOf(started).scoreScale.value;
    return { competences: competencesToScore(started.template), lowest, highest, whose };
  }

  async #judging({ id, procedureId }: Judged): Promise<Judging> {
    const [committee, all] = await Promise.all([
      this.loaders.committeeOf.load(procedureId),
      this.loaders.ofCandidacy.load(id),
    ]);
    const judges = judgesOf(committee, id);
    const counting = new Set(judges.map((judge) => judge.id));
    return {
      judges,
      scores: all.filter(({ memberId }) => counting.has(memberId)),
      member: this.#memberOf(committee)?.id ?? null,
      barred: this.#barred(committee, id),
    };
  }

  #sees(viewer: Viewer, { judges, scores, member, barred }: Judging): boolean {
    const own = member === null ? null : scores.some(({ memberId }) => memberId === member);
    return seesScores({ viewer, own, barred, missing: judges.length - scores.length });
  }

  #memberOf = ({ members }: Committee): Judge | undefined => members.find(({ holder }) => holder === this.#holder);

  #barred(committee: Committee, candidacyId: string): boolean {
    const member = this.#memberOf(committee);
    return member !== undefined && committee.interests.isBarred(member.id, candidacyId);
  }
}

function viewOf(
  { id, memberId, version, correctedAfterOthers, content, recordedAt }: ScoreRecord,
  member: string | null,
  { whose }: CandidacyView,
): CommitteeScoreView {
  const scores = (content?.scores ?? []).map((score) => ({ ...score, whose }));
  return {
    ...{ id, member: memberId, version, own: memberId === member, correctedAfterOthers, scores, whose },
    average: averageOf(scores.map(({ score }) => score)),
    remarks: content?.remarks ?? null,
    recordedAt: recordedAt.toISOString(),
  };
}
