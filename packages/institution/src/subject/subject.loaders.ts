import type { SubjectKind } from '@mandate-graph/domain';
import DataLoader from 'dataloader';
import type { LineQuery, Moment, Relation, Row, RowOf, SubjectReads, TreeRow } from './subject.reads.ts';

const cacheKeyFn = (moment: Moment): string => `${moment.id}@${moment.day}~${moment.knownAt}`;

/** The loaders of one request: what many fields ask for at once becomes one statement. */
export class SubjectLoaders {
  readonly #related = new Map<Relation, DataLoader<Moment, Row[], string>>();
  readonly #last = new Map<SubjectKind, DataLoader<Moment, Row[], string>>();
  readonly #lines = new Map<string, DataLoader<Moment, Row<'line'>[], string>>();
  readonly subtree: DataLoader<Moment, TreeRow[], string>;
  readonly ancestors: DataLoader<Moment, TreeRow[], string>;

  constructor(private readonly reads: SubjectReads) {
    this.subtree = new DataLoader((moments) => reads.subtree(moments), { cacheKeyFn });
    this.ancestors = new DataLoader((moments) => reads.ancestors(moments), { cacheKeyFn });
  }

  /** All rows of a relation. */
  related<R extends Relation>(relation: R, moment: Moment): Promise<RowOf<R>[]> {
    let loader = this.#related.get(relation);
    if (loader === undefined) {
      loader = new DataLoader((moments) => this.reads.related(relation, moments), { cacheKeyFn });
      this.#related.set(relation, loader);
    }
    return loader.load(moment) as Promise<RowOf<R>[]>;
  }

  /** The only row of a relation, or null. */
  async one<R extends Relation>(relation: R, moment: Moment): Promise<RowOf<R> | null> {
    return (await this.related(relation, moment))[0] ?? null;
  }

  /** A subject as it holds on the day, or as it last did before; null when it did not yet. */
  async last<K extends SubjectKind>(kind: K, moment: Moment): Promise<Row<K> | null> {
    let loader = this.#last.get(kind);
    if (loader === undefined) {
      loader = new DataLoader((moments) => this.reads.last(kind, moments), { cacheKeyFn });
      this.#last.set(kind, loader);
    }
    return ((await loader.load(moment)) as Row<K>[])[0] ?? null;
  }

  lines(moment: Moment, query: LineQuery): Promise<Row<'line'>[]> {
    const key = JSON.stringify([query.direction, query.kinds, query.depth]);
    let loader = this.#lines.get(key);
    if (loader === undefined) {
      loader = new DataLoader((moments) => this.reads.lines(moments, query), { cacheKeyFn });
      this.#lines.set(key, loader);
    }
    return loader.load(moment);
  }
}
