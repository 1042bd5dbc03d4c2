import DataLoader from 'dataloader';
import type { SubjectRepository } from './subject.repository.ts';
import type { Moment } from './subject.rules.ts';

/** Per request: however many subjects an operation asks for at once, one statement looks for them. */
export class SubjectLoaders {
  readonly existence: DataLoader<Moment, boolean, string>;

  constructor(repository: SubjectRepository) {
    this.existence = new DataLoader((moments: readonly Moment[]) => repository.exist(moments), {
      cacheKeyFn: (moment) => `${moment.id}@${moment.day}`,
    });
  }
}
