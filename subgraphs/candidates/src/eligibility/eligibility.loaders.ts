import DataLoader from 'dataloader';
import type { VacancyConditions } from './conditions.rules.ts';
import type { ConditionsAsked, EligibilityRepository } from './eligibility.repository.ts';

/** The loaders of one request. */
export class EligibilityLoaders {
  readonly conditionsOf: DataLoader<ConditionsAsked, VacancyConditions | null, string>;

  constructor(repository: EligibilityRepository) {
    this.conditionsOf = new DataLoader((asked) => repository.conditionsOf(asked), {
      cacheKeyFn: ({ vacancyId, day, knownAt }) => JSON.stringify([vacancyId, day, knownAt]),
    });
  }
}
