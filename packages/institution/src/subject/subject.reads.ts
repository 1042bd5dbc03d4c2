import type { SubjectKind, SubjectStates } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';

/** A subject on a local day. */
export interface Moment {
  readonly id: string;
  readonly day: string;
  /** By what was known at this instant; null: by what is known now. */
  readonly knownAt: string | null;
}

/** A subject's state as it holds on the day asked for. */
export interface Row<K extends SubjectKind = SubjectKind> {
  readonly id: string;
  readonly state: SubjectStates[K];
  readonly version: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly recordedAt: Date;
  readonly reason: string | null;
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
   ${row}.recorded_at AS "recordedAt", ${row}.reason`;
const ASKED = 'unnest($1::text[], $2::date[], $3::timestamptz[]) WITH ORDINALITY AS asked(id, day, known, place)';

/** Whether a row holds on the day, and is what is known, of whoever asks. */
type Holds = (row: string, asking: string) => string;
const onDay: Holds = (row, asking) => `daterange(${row}.valid_from, ${row}.valid_to) @> ${asking}.day`;
/** What is known now has indexes of its own, so it is told apart from what was known once. */
const knownNow: Holds = (row, asking) => `${row}.superseded_at IS NULL AND ${onDay(row, asking)}`;
const knownThen: Holds = (row, asking) =>
  `${row}.recorded_at <= ${asking}.known AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > ${asking}.known)
   AND ${onDay(row, asking)}`;

/** The place of a subject among others: that of its first version, which no later one moves. */
const since = (table: string): string =>
  `(SELECT min(first.row_id) FROM ${table} first WHERE first.id = row.id AND first.version = 1)`;

/** How the rows of a table belong to the subject asked for. */
export const RELATIONS = {
  vacancy: { table: 'vacancy', match: 'row.id = asked.id' },
  unit: { table: 'unit', match: 'row.id = asked.id' },
  position: { table: 'position', match: 'row.id = asked.id' },
  body: { table: 'body', match: 'row.id = asked.id' },
  vacanciesOfUnit: { table: 'vacancy', match: 'row.unit_ids @> ARRAY[asked.id]' },
  vacanciesOfPosition: { table: 'vacancy', match: 'row.position_id = asked.id' },
  childrenOfUnit: { table: 'unit', match: 'row.parent_id = asked.id' },
  positionsOfUnit: { table: 'position', match: 'row.unit_ids @> ARRAY[asked.id]' },
  bodiesOfUnit: { table: 'body', match: 'row.unit_id = asked.id' },
  holderOfPosition: { table: 'holder', match: 'row.position_id = asked.id' },
  budgetsOfUnit: { table: 'budget', match: 'row.unit_id = asked.id' },
  budgetsOfPosition: { table: 'budget', match: 'row.position_id = asked.id' },
  headcountsOfUnit: { table: 'headcount', match: 'row.unit_id = asked.id' },
  headcountsOfPosition: { table: 'headcount', match: 'row.position_id = asked.id' },
  reorganisationsOfUnit: {
    table: 'reorganisation',
    match: '(row.predecessor_ids @> ARRAY[asked.id] OR row.successor_ids @> ARRAY[asked.id])',
  },
} as const satisfies Record<string, { table: SubjectKind; match: string }>;

export type Relation = keyof typeof RELATIONS;
export type RowOf<R extends Relation> = Row<(typeof RELATIONS)[R]['table']>;

/** Rows that whoever may not see drafts is not shown. */
export const NO_DRAFT = "row.publication <> 'DRAFT'";

const ORDERS: { readonly [K in SubjectKind]?: string } = {
  unit: 'row.ordinal NULLS LAST',
  reorganisation: 'row.valid_from NULLS FIRST',
};

/**
 * The statements behind every read: each is one, whatever the number of subjects asked for; two when some are read by
 * what was known once and others by what is known now.
 */
export class SubjectReads {
  constructor(
    private readonly source: DataSource,
    /** Whether drafts are there for whoever reads. */
    private readonly seesDrafts: boolean,
  ) {}

  related<R extends Relation>(relation: R, moments: readonly Moment[]): Promise<RowOf<R>[][]> {
    const { table, match } = RELATIONS[relation];
    const seen = table === 'vacancy' && !this.seesDrafts ? ` AND ${NO_DRAFT}` : '';
    const order = ORDERS[table as SubjectKind];
    return this.#grouped(
      (holds) =>
        `SELECT asked.place, ${columns('row')} FROM ${ASKED} JOIN ${table} row ON ${match}${seen} AND ${holds('row', 'asked')}
       ORDER BY asked.place, ${order === undefined ? '' : `${order}, `}${since(table)}`,
      moments,
    );
  }

  /** Each as it holds on the day, or as it last did before. */
  last<K extends SubjectKind>(kind: K, moments: readonly Moment[]): Promise<Row<K>[][]> {
    return this.#grouped(
      (holds) =>
        `SELECT DISTINCT ON (asked.place) asked.place, ${columns('row')} FROM ${ASKED} JOIN ${kind} row ON row.id = asked.id
       CROSS JOIN LATERAL (SELECT asked.known, least(asked.day, row.valid_to - 1) AS day) last
       WHERE ${holds('row', 'last')} ORDER BY asked.place, row.valid_from DESC NULLS LAST`,
      moments,
    );
  }

  /** The drafts that hold on a day, as known now; the latest first. */
  drafts(day: string): Promise<Row<'vacancy'>[]> {
    return this.source.query(
      `SELECT ${columns('row')} FROM vacancy row JOIN (SELECT $1::date AS day) asked ON ${knownNow('row', 'asked')}
       WHERE row.publication = 'DRAFT' ORDER BY row.recorded_at DESC, row.row_id DESC`,
      [day],
    );
  }

  /** The unit and everything below it, parents before children. */
  subtree(moments: readonly Moment[]): Promise<TreeRow[][]> {
    return this.#grouped(
      (holds) => `WITH RECURSIVE tree AS (
         SELECT asked.place, asked.day, asked.known, row.row_id, row.id, 0 AS depth, ARRAY[coalesce(row.ordinal, 0), 0] AS path
         FROM ${ASKED} JOIN unit row ON row.id = asked.id AND ${holds('row', 'asked')}
         UNION ALL
         SELECT tree.place, tree.day, tree.known, row.row_id, row.id, tree.depth + 1, tree.path || coalesce(row.ordinal, 0) || ${since('unit')}::int
         FROM tree JOIN unit row ON row.parent_id = tree.id AND ${holds('row', 'tree')}
       )
       SELECT tree.place, tree.depth, ${columns('row')} FROM tree JOIN unit row ON row.row_id = tree.row_id
       ORDER BY tree.place, tree.path`,
      moments,
    );
  }

  /** What the unit is part of, nearest first; without the unit itself. */
  ancestors(moments: readonly Moment[]): Promise<TreeRow[][]> {
    return this.#grouped(
      (holds) => `WITH RECURSIVE up AS (
         SELECT asked.place, asked.day, asked.known, row.row_id, row.parent_id, 0 AS depth
         FROM ${ASKED} JOIN unit row ON row.id = asked.id AND ${holds('row', 'asked')}
         UNION ALL
         SELECT up.place, up.day, up.known, row.row_id, row.parent_id, up.depth + 1
         FROM up JOIN unit row ON row.id = up.parent_id AND ${holds('row', 'up')}
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
    const wanted = (holds: Holds): string =>
      `${touches} AND ($4::text[] IS NULL OR row.kind = ANY($4)) AND ${holds('row', 'reach')}`;
    return this.#grouped(
      (holds) => `WITH RECURSIVE reach AS (
         SELECT asked.place, asked.day, asked.known, asked.id AS party, 0 AS depth FROM ${ASKED}
         UNION
         SELECT reach.place, reach.day, reach.known, CASE WHEN row.from_id = reach.party THEN row.to_id ELSE row.from_id END, reach.depth + 1
         FROM reach JOIN line row ON ${wanted(holds)} WHERE reach.depth + 1 < $5
       )
       SELECT found.place, ${columns('row')} FROM (
         SELECT reach.place, row.row_id, min(reach.depth) AS depth FROM reach JOIN line row ON ${wanted(holds)}
         GROUP BY reach.place, row.row_id
       ) found JOIN line row ON row.row_id = found.row_id ORDER BY found.place, found.depth, ${since('line')}`,
      moments,
      [query.kinds, query.depth],
    );
  }

  async #grouped<T>(
    sql: (holds: Holds) => string,
    moments: readonly Moment[],
    more: readonly unknown[] = [],
  ): Promise<T[][]> {
    const groups: T[][] = moments.map(() => []);
    const places = [...moments.keys()];
    const [now, then] = [
      places.filter((at) => moments[at]!.knownAt === null),
      places.filter((at) => moments[at]!.knownAt !== null),
    ];
    const read = async (asked: readonly number[], holds: Holds): Promise<void> => {
      if (asked.length === 0) return;
      const of = (value: (moment: Moment) => string | null) => asked.map((at) => value(moments[at]!));
      const rows: (T & { place: string })[] = await this.source.query(sql(holds), [
        of(({ id }) => id),
        of(({ day }) => day),
        of(({ knownAt }) => knownAt),
        ...more,
      ]);
      for (const { place, ...row } of rows) groups[asked[Number(place) - 1]!]!.push(row as T);
    };
    await Promise.all([read(now, knownNow), read(then, knownThen)]);
    return groups;
  }
}
