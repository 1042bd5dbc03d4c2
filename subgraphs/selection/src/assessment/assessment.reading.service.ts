import { placeOf } from '@mandate-graph/writing';
import DataLoader from 'dataloader';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { AssessmentDetails } from './assessment.outcome.ts';
import type { AssessmentRepository, AssessmentRow } from './assessment.repository.ts';
import type { Assessment } from './assessment.type.ts';

/** Results with the keys that open them: two statements, whatever the number. */
export const assessmentLoader = (
  repository: AssessmentRepository,
  keys: PersonKeys,
): DataLoader<string, AssessmentRow[]> =>
  new DataLoader(
    async (ids) => {
      const rows = await repository.ofCandidacies(ids);
      await keys.load(rows.flat().map(({ candidateId }) => candidateOf(candidateId)));
      return rows;
    },
    { cache: false },
  );

/** Scores are for the institution, and for the candidate once told; not for those who judge what comes after. */
export class AssessmentReadingService {
  constructor(
    private readonly loader: DataLoader<string, AssessmentRow[]>,
    private readonly keys: PersonKeys,
  ) {}

  /** Null until there is one, where it was none that was sat, and once its candidate has been erased. */
  async ofCandidacy({ id, viewer }: CandidacyView): Promise<Assessment | null> {
    if (viewer !== 'CANDIDATE' && viewer !== 'RECRUITER') return null;
    const versions = await this.loader.load(id);
    const row = viewer === 'CANDIDATE' ? versions.find(({ told }) => told) : versions[0];
    if (row === undefined) return null;
    const place = placeOf('step_outcome', row.id);
    const opened = this.keys.open<{ details: AssessmentDetails | null }>(candidateOf(row.candidateId), place, row.data);
    const details = opened?.details ?? null;
    if (details === null) return null;
    const { version, result } = row;
    const { testDay, scores, total, mark } = details;
    return {
      ...{ id: row.id, version, result, testDay, scores, total },
      ...{ atLeast: mark?.atLeast ?? null, outOf: mark?.outOf ?? null },
    };
  }
}
