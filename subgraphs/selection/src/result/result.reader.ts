import { type Actor, isPermitted } from '@mandate-graph/runtime';
import type DataLoader from 'dataloader';
import { publishedCounts as countsShown, type Numbers } from '../count/count.rules.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { isRanked } from '../ranking/ranking.rules.ts';
import type { ResultLoaders } from './result.loaders.ts';
import { publishedCounts } from './result.rules.ts';
import type { SubmittedResultView } from './result.type.ts';

/** What anyone may know of a result: that it was submitted, and numbers in which nobody can be found. */
export class ResultReader {
  constructor(
    private readonly loaders: ResultLoaders,
    private readonly numbers: DataLoader<string, Numbers | null>,
    private readonly actor: Actor,
  ) {}

  /** Null until it is submitted. */
  async of({ id, whose }: ProcedureView): Promise<SubmittedResultView | null> {
    const [record, numbers] = await Promise.all([this.loaders.ofProcedure.load(id), this.numbers.load(id)]);
    if (record === null) return null;
    const exact = isPermitted(this.actor, 'EXACT_COUNTS', whose);
    const counts = exact ? record : publishedCounts(record, countsShown(numbers!));
    const { suitable = null, unsuitable = null } = counts ?? {};
    const ranked = suitable === null ? null : isRanked(suitable) ? suitable : 0;
    return { submittedAt: record.submittedAt.toISOString(), suitable, unsuitable, ranked, whose };
  }
}
