import DataLoader from 'dataloader';
import type { ApplicationFacts, ApplicationRepository, ApplicationsAsked } from './application.repository.ts';

/** The loaders of one request. */
export class ApplicationLoaders {
  /** By the id of the vacancy itself. */
  readonly countOfVacancy: DataLoader<string, number | null>;
  readonly ofVacancy: DataLoader<ApplicationsAsked, ApplicationFacts[], string>;

  constructor(repository: ApplicationRepository) {
    this.countOfVacancy = new DataLoader((ids) => repository.countsOf(ids));
    this.ofVacancy = new DataLoader((asked) => repository.read(asked), {
      cacheKeyFn: ({ vacancyId, size, after }) => JSON.stringify([vacancyId, size, after]),
    });
  }
}
