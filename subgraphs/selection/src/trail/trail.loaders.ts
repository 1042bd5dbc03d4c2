import type { PersonKey } from '@mandate-graph/writing';
import DataLoader from 'dataloader';
import type { PersonKeys } from '../person/person.keys.ts';
import type { TrailAsked, TrailListed, TrailRepository } from './trail.repository.ts';
import type { Head } from './trail.verdict.ts';

/** The loaders of one request. Of trails nothing is kept: they grow. */
export class TrailLoaders {
  readonly headOf: DataLoader<string, Head | null>;
  readonly pageOf: DataLoader<TrailAsked, TrailListed[]>;
  /** By the person; null for whoever has none. */
  readonly keyOf: DataLoader<string, PersonKey | null>;

  constructor(repository: TrailRepository, keys: PersonKeys) {
    this.headOf = new DataLoader((ids) => repository.headsOf(ids), { cache: false });
    this.pageOf = new DataLoader((asked) => repository.pages(asked), { cache: false });
    this.keyOf = new DataLoader(async (persons) => {
      await keys.load(persons);
      return persons.map((person) => keys.of(person));
    });
  }
}
