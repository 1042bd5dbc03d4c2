import type { SubjectKind, SubjectStates } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';

/** A subject on a local day. */
export interface Moment {
  readonly id: string;
  readonly day: string;
}

/** A subject's state as it holds on the day asked for. */
export interface Row<K extends SubjectKind = SubjectKind> {
  readonly id: string;
  readonly state: SubjectStates[K];
  readonly version: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly recordedAt: Date;
}

export interface TreeRow extends Row<'unit'> {
  /** 0 for the unit asked for, 1 for its children, and so on; the same counted upwards for ancestors. */
  readonly depth: number;
}

export interface LineQuery {
  readonly direction: 'OUTGOING' | 'INCOMING' | 'BOTH';
  readonly kinds: readonly string[] | null;
  /** How many lines away from the party; 1 for its own lines. */
  readonly depth: number;
}

const columns = (row: string): string =>
  `${row}.id, ${row}.state, ${row}.version, ${row}.valid_from::text AS "validFrom", ${row}.valid_to::text AS "validTo",
   ${row}.recorded_at AS "recordedAt"`;
const holds = (row: string, day: string): string =>
  `${row}.superseded_at IS NULL AND daterange(${row}.valid_from, ${row}.valid_to) @> ${day}`;
const ASKED = 'unnest($1::text[], $2::date[]) WITH ORDINALITY AS asked(id, day, place)';

/** How the rows of a table belong to the subject asked for. */
export const RELATIONS = {
  vacancy: { table: 'vacancy', match: "row.id = asked.id AND row.publication <> 'DRAFT'" },
  unit: { table: 'unit', match: 'row.id = asked.id' },
  position: { table: 'position', match: 'row.id = asked.id' },
  body: { table: 'body', match: 'row.id = asked.id' },
  vacanciesOfUnit: { table: 'vacancy', match: "row.unit_ids @> ARRAY[asked.id] AND row.publication <> 'DRAFT'" },
  vacanciesOfPosition: { table: 'vacancy', match: "row.position_id = asked.id AND row.publication <> 'DRAFT'" },
  childrenOfUnit: { table: 'unit', match: 'row.parent_id = asked.id' },
  positionsOfUnit: { table: 'position', match: 'row.unit_ids @> ARRAY[asked.id]' },
  bodiesOfUnit: { table: 'body', match: 'row.unit_id = asked.id' },
  holderOfPosition: { table: 'holder', match: 'row.position_id = asked.id' },
  budgetsOfUnit: { table: 'budget', match: 'row.unit_id = asked.id' },
  budgetsOfPosition: { table: 'budget', match: 'row.position_id = asked.id' },
  headcountsOfUnit: { table: 'headcount', match: 'row.unit_id = asked.id' },
  headcountsOfPosition: { table: 'headcount', match: 'row.position_id = asked.id' },
} as const satisfies Record<string, { table: SubjectKind; match: string }>;

export type Relation = keyof typeof RELATIONS;
export type RowOf<R extends Relation> = Row<(typeof RELATIONS)[R]['table']>;

/** The statements behind every read: each is one, whatever the number of subjects asked for. */
export class SubjectReads {
  constructor(private readonly source: DataSource) {}

  related<R extends Relation>(relation: R, moments: readonly Moment[]): Promise<RowOf<R>[][]> {
    const { table, match } = RELATIONS[relation];
    const order = table === 'unit' ? 'row.ordinal NULLS LAST, row.row_id' : 'row.row_id';
    return this.#grouped(
      `SELECT asked.place, ${columns('row')} FROM ${ASKED} JOIN ${table} row ON ${match} AND ${holds('row', 'asked.day')}
       ORDER BY asked.place, ${order}`,
      moments,
    );
  }

  /** The unit and everything below it, parents before children. */
  subtree(moments: readonly Moment[]): Promise<TreeRow[][]> {
    return this.#grouped(
      `WITH RECURSIVE tree AS (
         SELECT asked.place, asked.day, row.row_id, row.id, 0 AS depth, ARRAY[coalesce(row.ordinal, 0), 0] AS path
         FROM ${ASKED} JOIN unit row ON row.id = asked.id AND ${holds('row', 'asked.day')}
         UNION ALL
         SELECT tree.place, tree.day, row.row_id, row.id, tree.depth + 1, tree.path || coalesce(row.ordinal, 0) || row.row_id::int
         FROM tree JOIN unit row ON row.parent_id = tree.id AND ${holds('row', 'tree.day')}
       )
       SELECT tree.place, tree.depth, ${columns('row')} FROM tree JOIN unit row ON row.row_id = tree.row_id
       ORDER BY tree.place, tree.path`,
      moments,
    );
  }

  /** What the unit is part of, nearest first; without the unit itself. */
  ancestors(moments: readonly Moment[]): Promise<TreeRow[][]> {
    return this.#grouped(
      `WITH RECURSIVE up AS (
         SELECT asked.place, asked.day, row.row_id, row.parent_id, 0 AS depth
         FROM ${ASKED} JOIN unit row ON row.id = asked.id AND ${holds('row', 'asked.day')}
         UNION ALL
         SELECT up.place, up.day, row.row_id, row.parent_id, up.depth + 1
         FROM up JOIN unit row ON row.id = up.parent_id AND ${holds('row', 'up.day')}
       )
       SELECT up.place, up.depth, ${columns('row')} FROM up JOIN unit row ON row.row_id = up.row_id
       WHERE up.depth > 0 ORDER BY up.place, up.depth`,
      moments,
    );
  }

  /** The lines of a party, and of those they lead to, as far as asked for; each line once. */
  lines(moments: readonly Moment[], query: LineQuery): Promise<Row<'line'>[][]> {
    const touches = {
      OUTGOING: 'row.from_id = reach.party',
      INCOMING: 'row.to_id = reach.party',
      BOTH: '(row.from_id = reach.party OR row.to_id = reach.party)',
    }[query.direction];
    const wanted = `${touches} AND ($3::text[] IS NULL OR row.kind = ANY($3)) AND ${holds('row', 'reach.day')}`;
    return this.#grouped(
      `WITH RECURSIVE reach AS (
         SELECT asked.place, asked.day, asked.id AS party, 0 AS depth FROM ${ASKED}
         UNION
         SELECT reach.place, reach.day, CASE WHEN row.from_id = reach.party THEN row.to_id ELSE row.from_id END, reach.depth + 1
         FROM reach JOIN line row ON ${wanted} WHERE reach.depth + 1 < $4
       )
       SELECT found.place, ${columns('row')} FROM (
         SELECT reach.place, row.row_id, min(reach.depth) AS depth FROM reach JOIN line row ON ${wanted}
         GROUP BY reach.place, row.row_id
       ) found JOIN line row ON row.row_id = found.row_id ORDER BY found.place, found.depth, row.row_id`,
      moments,
      [query.kinds, query.depth],
    );
  }

  async #grouped<T>(sql: string, moments: readonly Moment[], more: readonly unknown[] = []): Promise<T[][]> {
    const rows: (T & { place: string })[] = await this.source.query(sql, [
      moments.map((moment) => moment.id),
      moments.map((moment) => moment.day),
      ...more,
    ]);
    const groups: T[][] = moments.map(() => []);
    for (const { place, ...row } of rows) groups[Number(place) - 1]!.push(row as T);
    return groups;
  }
}
