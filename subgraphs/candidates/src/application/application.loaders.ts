import DataLoader from 'dataloader';
import type {
  ApplicationFacts,
  ApplicationRepository,
  ApplicationsAsked,
  ListedApplication,
} from './application.repository.ts';

/** The loaders of one request. Of applications nothing is kept: what a mutation of the same request did is read anew. */
export class ApplicationLoaders {
  readonly byId: DataLoader<string, ApplicationFacts | null>;
  readonly ofCandidate: DataLoader<string, ApplicationFacts[]>;
  /** By the id of the application. */
  readonly reasonsOf: DataLoader<string, string | null>;
  /** By the id of the vacancy itself. */
  readonly countOfVacancy: DataLoader<string, number | null>;
  readonly ofVacancy: DataLoader<ApplicationsAsked, ListedApplication[], string>;

  constructor(repository: ApplicationRepository) {
    this.byId = new DataLoader((ids) => repository.byIds(ids), { cache: false });
    this.ofCandidate = new DataLoader((candidateIds) => repository.ofCandidates(candidateIds), { cache: false });
    this.reasonsOf = new DataLoader((ids) => repository.reasonsOf(ids), { cache: false });
    this.countOfVacancy = new DataLoader((ids) => repository.countsOf(ids));
    this.ofVacancy = new DataLoader((asked) => repository.read(asked), {
      cacheKeyFn: ({ vacancyId, size, after }) => JSON.stringify([vacancyId, size, after]),
    });
  }
}
