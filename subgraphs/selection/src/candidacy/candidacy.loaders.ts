import type { PersonKey } from '@mandate-graph/writing';
import DataLoader from 'dataloader';
import type { PersonKeys } from '../person/person.keys.ts';
import type { CandidacyFacts } from './candidacy.reader.ts';
import type {
  CandidaciesAsked,
  CandidacyReadingRepository,
  ListedCandidacy,
  OutcomeFacts,
} from './candidacy.reading.repository.ts';

/** The loaders of one request. Nothing is kept: what a mutation of the same request did is read anew. */
export class CandidacyLoaders {
  readonly byId: DataLoader<string, CandidacyFacts | null>;
  readonly pageOf: DataLoader<CandidaciesAsked, ListedCandidacy[], string>;
  /** By the id of the candidacy; of each step the versions of its outcome, newest first. */
  readonly outcomesOf: DataLoader<string, OutcomeFacts[][]>;
  /** By the person; null for whoever has none. */
  readonly keyOf: DataLoader<string, PersonKey | null>;

  constructor(repository: CandidacyReadingRepository, keys: PersonKeys) {
    this.byId = new DataLoader((ids) => repository.byIds(ids), { cache: false });
    this.pageOf = new DataLoader((asked) => repository.pages(asked), { cache: false });
    this.outcomesOf = new DataLoader((ids) => repository.outcomesOf(ids), { cache: false });
    this.keyOf = new DataLoader(async (persons) => {
      await keys.load(persons);
      return persons.map((person) => keys.of(person));
    });
  }
}
