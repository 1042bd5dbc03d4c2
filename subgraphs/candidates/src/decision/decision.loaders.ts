import { closesAt, localDay, statusAt } from '@mandate-graph/domain';
import DataLoader from 'dataloader';
import type { Temporal } from 'temporal-polyfill';
import type { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import type { DecisionRecord, DecisionRepository } from './decision.repository.ts';
import type { Deadline } from './decision.rules.ts';

/** The loaders of one request. */
export class DecisionLoaders {
  /** By the id of the application. Nothing is kept: what a mutation of the same request decided is read anew. */
  readonly ofApplication: DataLoader<string, DecisionRecord[]>;
  /** By the id of the vacancy; null where it is not public. */
  readonly deadlineOf: DataLoader<string, Deadline | null>;

  constructor(
    repository: DecisionRepository,
    private readonly versions: VacancyVersions,
    private readonly now: Temporal.Instant,
  ) {
    this.ofApplication = new DataLoader((ids) => repository.ofApplications(ids), { cache: false });
    this.deadlineOf = new DataLoader((ids) => this.#deadlines(ids));
  }

  async #deadlines(vacancyIds: readonly string[]): Promise<(Deadline | null)[]> {
    const current = await this.versions.current(vacancyIds, localDay(this.now).toString());
    return vacancyIds.map((id) => {
      const state = current.get(id)?.state;
      return state === undefined
        ? null
        : { status: statusAt(state, this.now), closesAt: closesAt(state.applicationDeadline) };
    });
  }
}
