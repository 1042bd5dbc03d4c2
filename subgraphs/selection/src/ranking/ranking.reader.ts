import { FOUND_SUITABLE } from '../candidacy/candidacy.state.rules.ts';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ConclusionReader } from '../conclusion/conclusion.reader.ts';
import type { RankingLoaders } from './ranking.loaders.ts';
import type { RankedPlace } from './ranking.repository.ts';

/** Who sees how a committee ranked a candidate: whoever sees in which group it put them. */
export class RankingReader {
  constructor(
    private readonly loaders: RankingLoaders,
    private readonly conclusions: ConclusionReader,
  ) {}

  /** Null for whoever is not ranked, or not suitable any more, and to whoever may not see it (yet). */
  async of(candidacy: CandidacyView): Promise<RankedPlace | null> {
    if (!FOUND_SUITABLE.includes(candidacy.status) || !(await this.conclusions.isOpenTo(candidacy))) return null;
    return this.loaders.ofCandidacy.load(candidacy.id);
  }

  versionOf(procedureId: string): Promise<number | null> {
    return this.loaders.versionOf.load(procedureId);
  }
}
