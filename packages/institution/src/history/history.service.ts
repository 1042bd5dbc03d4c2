import {
  type Clock,
  futureProblems,
  type InstitutionEntry,
  type Problem,
  parseId,
  type SubjectKind,
  subjectIdOf,
  systemClock,
} from '@mandate-graph/domain';
import { type Actor, badInput, requireAccess } from '@mandate-graph/runtime';
import DataLoader from 'dataloader';
import type { Difference } from '../subject/differences.rules.ts';
import type { HistoryOf, HistoryPage, HistoryReads, Periods, VersionKey, VersionRow } from './history.reads.ts';
import { changesOf, pageProblems } from './history.rules.ts';

/** A version as resolvers see it. Who recorded it is not for everyone, so it is not what the field of that name reads. */
export interface EntryView extends Omit<VersionRow, 'recordedAt' | 'recordedBy'> {
  readonly recordedAt: string;
  readonly actor: string;
}

/** What was changed of the subjects of an institution, per request. */
export class HistoryService {
  readonly #versions = new Map<string, DataLoader<HistoryOf, VersionRow[], string>>();
  readonly #periods = new Map<SubjectKind, DataLoader<VersionKey, Periods, string>>();

  constructor(
    private readonly actor: Actor,
    private readonly entry: Pick<InstitutionEntry, 'code'>,
    private readonly reads: HistoryReads,
    private readonly recording: Clock = systemClock,
  ) {}

  /** The versions of a subject, the newest first; up to what was known at an instant, where one is given. */
  async of(asked: HistoryOf, page: HistoryPage): Promise<EntryView[]> {
    requireAccess(this.actor, 'PUBLIC', { institution: this.entry.code });
    const problems = pageProblems(page);
    if (problems.length > 0) throw badInput(problems);
    const rows = await this.#versionsOf(page).load(asked);
    return rows.map(({ recordedAt, recordedBy, ...row }) => ({
      ...row,
      recordedAt: recordedAt.toISOString(),
      actor: recordedBy,
    }));
  }

  /** The same of any subject of the institution by its id, also of one that no longer holds; empty for one that is not. */
  async ofId(id: string, page: HistoryPage): Promise<EntryView[]> {
    requireAccess(this.actor, 'PUBLIC', { institution: this.entry.code });
    const parsed = parseId(id);
    if (parsed?.institution !== this.entry.code) throw badInput([this.#foreign(id)]);
    const problems = futureProblems('id', parsed.knownAt, this.recording.now());
    if (problems.length > 0) throw badInput([...problems, ...pageProblems(page)]);
    return this.of({ id: subjectIdOf(id), knownAt: parsed.knownAt }, page);
  }

  async differencesOf({ id, version }: VersionKey): Promise<readonly Difference[]> {
    requireAccess(this.actor, 'PUBLIC', { institution: this.entry.code });
    const { kind } = parseId(id)!;
    const periods = this.#periodsOf(kind);
    const [before, after] = await Promise.all([
      periods.load({ id, version: version - 1 }),
      periods.load({ id, version }),
    ]);
    return changesOf(before, after);
  }

  /** Who recorded a version: for the institution alone. */
  recordedBy({ actor }: EntryView): string {
    requireAccess(this.actor, 'HISTORY_ACTOR', { institution: this.entry.code });
    return actor;
  }

  #versionsOf(page: HistoryPage): DataLoader<HistoryOf, VersionRow[], string> {
    const key = JSON.stringify([page.kinds, page.first, page.before]);
    const known = this.#versions.get(key);
    if (known !== undefined) return known;
    const loader = new DataLoader((asked: readonly HistoryOf[]) => this.reads.versions(asked, page), {
      cacheKeyFn: ({ id, knownAt }) => `${id}~${knownAt}`,
    });
    this.#versions.set(key, loader);
    return loader;
  }

  #periodsOf(kind: SubjectKind): DataLoader<VersionKey, Periods, string> {
    const known = this.#periods.get(kind);
    if (known !== undefined) return known;
    const loader = new DataLoader((versions: readonly VersionKey[]) => this.reads.periods(kind, versions), {
      cacheKeyFn: ({ id, version }) => `${id}#${version}`,
    });
    this.#periods.set(kind, loader);
    return loader;
  }

  #foreign(id: string): Problem {
    const value = id.slice(0, 100);
    const rule = `id must be the id of a subject of ${this.entry.code}, but got: ${value}.`;
    return { path: 'id', code: 'INVALID_ID', value, rule };
  }
}
