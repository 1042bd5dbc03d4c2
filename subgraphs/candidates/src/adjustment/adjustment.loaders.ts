import DataLoader from 'dataloader';
import type { AdjustmentRepository, AdjustmentsAsked } from './adjustment.repository.ts';
import type { AdjustmentFacts } from './adjustment.rules.ts';

/** The loaders of one request. */
export class AdjustmentLoaders {
  readonly ofApplication: DataLoader<AdjustmentsAsked, AdjustmentFacts[], string>;

  constructor(repository: AdjustmentRepository) {
    this.ofApplication = new DataLoader((asked) => repository.read(asked), {
      cacheKeyFn: ({ applicationId }) => applicationId,
    });
  }
}
