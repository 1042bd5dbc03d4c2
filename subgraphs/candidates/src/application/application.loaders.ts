import DataLoader from 'dataloader';
import type { ApplicationRepository } from './application.repository.ts';

/** The loaders of one request. */
export class ApplicationLoaders {
  /** By undated vacancy id. */
  readonly countOfVacancy: DataLoader<string, number | null>;

  constructor(repository: ApplicationRepository) {
    this.countOfVacancy = new DataLoader((ids) => repository.countsOf(ids));
  }
}
