import { parseId, undated } from '@mandate-graph/domain';
import type { ApplicationLoaders } from './application.loaders.ts';
import { publishedCount } from './application.rules.ts';

/** What anyone may know of applications. */
export class ApplicationService {
  constructor(private readonly loaders: ApplicationLoaders) {}

  /** Of a vacancy whose id may be dated; an id that is none finds nothing. */
  async countOf(vacancyId: string): Promise<number | null> {
    if (parseId(vacancyId)?.kind !== 'vacancy') return null;
    return publishedCount(await this.loaders.countOfVacancy.load(undated(vacancyId)));
  }
}
