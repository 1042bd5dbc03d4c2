import { closesAt, localDay } from '@mandate-graph/domain';
import DataLoader from 'dataloader';
import { Temporal } from 'temporal-polyfill';
import type { KnownVacancy, VacancyVersions } from '../vacancy/vacancy.versions.ts';
import type { FileRepository } from './file.repository.ts';
import type { FileContent } from './file.types.ts';

/** The file of an application, for a vacancy. */
export interface FileAsked {
  readonly id: string;
  readonly vacancyId: string;
  /** As it is frozen for the deadline, and not before. */
  readonly onceFrozen: boolean;
}

/** What is judged, with that by which it is judged. */
export interface JudgedFile {
  readonly content: FileContent;
  /** As its conditions count: those of the deadline, once it has closed. */
  readonly vacancy: KnownVacancy;
  /** The last day for applying. */
  readonly deadline: string;
  /** The instant at which the deadline closed; null where the file is not frozen, and shows what stands now. */
  readonly frozenAt: Temporal.Instant | null;
}

/** A vacancy with the instant at which it closed; null before. */
interface Placed {
  readonly vacancy: KnownVacancy;
  readonly closed: Temporal.Instant | null;
}

const NONE: ReadonlyMap<string, FileContent> = new Map();

/** Reads files, those of one moment together. */
export class FileLoaders {
  /** Null where the vacancy is not public, for what is asked too early, and for what was emptied since. */
  readonly judged: DataLoader<FileAsked, JudgedFile | null>;

  constructor(
    private readonly files: FileRepository,
    private readonly versions: VacancyVersions,
    private readonly now: Temporal.Instant,
  ) {
    // Nothing is kept: what a mutation of the same request changed is read anew.
    this.judged = new DataLoader((asked) => this.#read(asked), { cache: false });
  }

  /** The same number of statements for any number of files. */
  async #read(asked: readonly FileAsked[]): Promise<(JudgedFile | null)[]> {
    const vacancies = await this.#vacancies(asked);
    const rules = await this.#rules([...vacancies.values()]);
    const wanted = [...new Map(asked.map((one) => [one.id, one])).values()].filter(({ vacancyId, onceFrozen }) => {
      const placed = vacancies.get(vacancyId);
      return placed !== undefined && (!onceFrozen || placed.closed !== null);
    });
    const closed = wanted.flatMap(({ id, vacancyId }) => {
      const closesAt = vacancies.get(vacancyId)!.closed;
      return closesAt === null ? [] : [{ applicationId: id, closesAt }];
    });
    const frozen = closed.length === 0 ? NONE : await this.files.frozen(closed);
    const standing = wanted.filter(({ id, onceFrozen }) => !onceFrozen && !frozen.has(id)).map(({ id }) => id);
    const current = standing.length === 0 ? NONE : await this.files.current(standing);
    return asked.map(({ id, vacancyId }) => {
      // One that was emptied is there, and is not what stands now.
      const content = frozen.has(id) ? frozen.get(id) : current.get(id);
      if (content == null) return null;
      const { vacancy, closed } = vacancies.get(vacancyId)!;
      return {
        content,
        vacancy: rules.get(vacancyId) ?? vacancy,
        deadline: vacancy.state.applicationDeadline.date,
        frozenAt: frozen.has(id) ? closed : null,
      };
    });
  }

  /** Those that are public today. */
  async #vacancies(asked: readonly FileAsked[]): Promise<Map<string, Placed>> {
    const ids = [...new Set(asked.map(({ vacancyId }) => vacancyId))];
    const current = await this.versions.current(ids, localDay(this.now).toString());
    return new Map(
      [...current].map(([id, vacancy]) => {
        const { publication, applicationDeadline } = vacancy.state;
        const closes = closesAt(applicationDeadline);
        // Filled, it has closed early; withdrawn after its deadline, it stays closed.
        const isClosed = publication === 'FILLED' || Temporal.Instant.compare(this.now, closes) >= 0;
        return [id, { vacancy, closed: isClosed ? closes : null }];
      }),
    );
  }

  /** By which rules the files for a vacancy are judged, where its deadline has closed. */
  async #rules(vacancies: readonly Placed[]): Promise<Map<string, KnownVacancy | null>> {
    const closings = vacancies.flatMap(({ vacancy: { id }, closed }) =>
      closed === null ? [] : [{ vacancyId: id, closesAt: closed }],
    );
    const rules = await this.versions.atClosing(closings);
    return new Map(closings.map(({ vacancyId }, place) => [vacancyId, rules[place]!]));
  }
}
