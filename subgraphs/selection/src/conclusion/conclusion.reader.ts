import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ScoringReader } from '../scoring/scoring.reader.ts';
import type { ConclusionLoaders } from './conclusion.loaders.ts';
import type { Conclusion } from './conclusion.repository.ts';

/** Who sees what the committee concluded on a candidate. */
export class ConclusionReader {
  constructor(
    private readonly loaders: ConclusionLoaders,
    private readonly scores: ScoringReader,
  ) {}

  /** Null while there is none, and to whoever may not see it (yet). */
  async of(candidacy: CandidacyView): Promise<Conclusion | null> {
    return (await this.isOpenTo(candidacy)) ? this.loaders.ofCandidacy.load(candidacy.id) : null;
  }

  /**
   * Candidates, once the result was sent to them: nobody learns of it otherwise, or before others. Members, unless a
   * conflict bars them, wherever else they are from. The authority sees those only who came before it with the result.
   */
  async isOpenTo(candidacy: CandidacyView): Promise<boolean> {
    if (candidacy.viewer === 'CANDIDATE') return this.loaders.sentTo.load(candidacy.id);
    return candidacy.viewer === 'AUTHORITY' || !(await this.scores.isBarred(candidacy));
  }
}
