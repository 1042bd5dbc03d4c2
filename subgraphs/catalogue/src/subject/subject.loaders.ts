import DataLoader from 'dataloader';
import type { SubjectRepository } from './subject.repository.ts';
import type { Sought } from './subject.rules.ts';

/** Per request: however many subjects an operation asks for at once, one statement looks for them. */
export class SubjectLoaders {
  readonly existence: DataLoader<Sought, boolean, string>;

  constructor(repository: SubjectRepository) {
    this.existence = new DataLoader((sought: readonly Sought[]) => repository.exist(sought), {
      cacheKeyFn: ({ id, day, knownAt }) => `${id}@${day}~${knownAt}`,
    });
  }
}
