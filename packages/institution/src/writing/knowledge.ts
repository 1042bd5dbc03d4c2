import {
  localDay,
  type Period,
  type Problem,
  parseId,
  SUBJECT_KINDS,
  type SubjectKind,
  type SubjectStates,
} from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { belongingTo } from '../subject/subject.integrity.ts';
import { subjectStore } from '../subject/subject.store.ts';

/** What is known of a subject when a write begins. */
export interface Known<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
  readonly version: number;
  /** Empty when nothing of it holds any more. */
  readonly periods: readonly Period<SubjectStates[K]>[];
}

/** What a write may look at: the subjects as they are known, and the time rules are judged by. Nobody else writes meanwhile. */
export class Knowledge {
  constructor(
    private readonly manager: EntityManager,
    readonly institution: string,
    readonly rules: InstitutionRules,
    readonly now: Temporal.Instant,
  ) {}

  /** The local day in Brussels. */
  get today(): string {
    return localDay(this.now).toString();
  }

  /** The subjects of a kind with these ids, in their order; null for one that was never recorded. */
  async find<K extends SubjectKind>(kind: K, ids: readonly string[]): Promise<(Known<K> | null)[]> {
    if (ids.length === 0) return [];
    const rows: { id: string; version: number }[] = await this.manager.query(
      'SELECT id, version FROM subject WHERE id = ANY($1) AND kind = $2',
      [ids, kind],
    );
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const periods = await subjectStore(this.manager)[kind].current([...versions.keys()]);
    return ids.map((id) => {
      const version = versions.get(id);
      if (version === undefined) return null;
      return { kind, id, version, periods: (periods.get(id) ?? []) as Known<K>['periods'] };
    });
  }

  /**
   * The subject a caller means to change, at the version it saw: a {@link VersionConflict} when it has moved on. Null,
   * and a problem at `path`, when there is no such subject of this institution.
   */
  async at<K extends SubjectKind>(
    kind: K,
    id: string,
    version: number,
    problems: Problem[],
    path = 'id',
  ): Promise<Known<K> | null> {
    const [known] = await this.find(kind, [id]);
    if (known === undefined || known === null) {
      const rule = `${path} must be the id of a ${kind} of this institution, but got: ${id.slice(0, 200)}.`;
      problems.push({ path, code: 'UNKNOWN_SUBJECT', value: id.slice(0, 200), rule });
      return null;
    }
    if (known.version !== version) throw new VersionConflict(id, version, known.version);
    return known;
  }

  /** Another vacancy that was made public under a selection code, whatever its case; null when there is none. */
  async otherWithSelectionCode(code: string, id: string): Promise<string | null> {
    const [row]: { id: string }[] = await this.manager.query(
      `SELECT id FROM vacancy WHERE superseded_at IS NULL AND publication <> 'DRAFT' AND id <> $2
       AND upper(state->>'selectionCode') = upper($1) ORDER BY id LIMIT 1`,
      [code, id],
    );
    return row?.id ?? null;
  }

  /** Everything that belongs to one of the subjects on some day: children, posts, bodies, holders, lines and figures. */
  async belonging(ids: readonly string[]): Promise<readonly Known[]> {
    const found = await belongingTo(this.manager, ids);
    const byKind = new Map(SUBJECT_KINDS.map((kind) => [kind, found.filter((id) => parseId(id)!.kind === kind)]));
    const known: Known[] = [];
    for (const [kind, ofKind] of byKind) known.push(...((await this.find(kind, ofKind)) as Known[]));
    return known;
  }
}
