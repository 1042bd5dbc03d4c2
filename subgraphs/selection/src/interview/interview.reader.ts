import type DataLoader from 'dataloader';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { DecisionReader } from '../decision/decision.reader.ts';
import type { InterviewFacts } from './interview.repository.ts';
import type { AdditionalInterview } from './interview.type.ts';

/** Who sees what came of an additional interview: the institution; its candidate with the decision; no committee. */
export class InterviewReader {
  constructor(
    private readonly loader: DataLoader<string, InterviewFacts | null>,
    private readonly decisions: DecisionReader,
  ) {}

  async of(candidacy: CandidacyView): Promise<AdditionalInterview | null> {
    const { id, viewer, whose } = candidacy;
    if (viewer === 'MEMBER') return null;
    if (viewer === 'CANDIDATE' && !(await this.decisions.isToldTo(candidacy))) return null;
    const facts = await this.loader.load(id);
    if (facts === null) return null;
    const { result, recordedAt, version, findings } = facts;
    return {
      ...{ result, version, recordedAt: recordedAt.toISOString(), whose },
      specificCompetences: findings?.specificCompetences ?? null,
      interpersonalSkills: findings?.interpersonalSkills ?? null,
      leadershipAbilities: findings?.leadershipAbilities ?? null,
    };
  }
}
