import type { ChangeKind, Period, SubjectKind, SubjectStates } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';
import { NO_DRAFT } from '../subject/subject.reads.ts';

/** The history of a subject that somebody asks for: all of it, or what was known of it at an instant. */
export interface HistoryOf {
  readonly id: string;
  readonly knownAt: string | null;
}

export interface HistoryPage {
  readonly kinds: readonly ChangeKind[] | null;
  readonly first: number;
  readonly before: number | null;
}

export interface VersionKey {
  readonly id: string;
  readonly version: number;
}

export interface VersionRow extends VersionKey {
  readonly change: ChangeKind;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly reason: string | null;
}

export type Periods = readonly Period<SubjectStates[SubjectKind]>[];

/** What the public knew of a vacancy in a version; null when it knew nothing of it. */
const told = (version: string): string =>
  `(SELECT jsonb_agg(jsonb_build_array(row.valid_from, row.valid_to, row.state) ORDER BY row.valid_from NULLS FIRST)
    FROM vacancy row WHERE row.id = entry.id AND row.version = ${version} AND ${NO_DRAFT})`;
/** A version of a vacancy in which nothing public changed is a draft's, and is not there for the public. */
const IS_PUBLIC = `(split_part(entry.id, ':', 2) <> 'vacancy'
  OR ${told('entry.version')} IS DISTINCT FROM ${told('entry.version - 1')})`;

/** The statements behind histories: one each, whatever the number of subjects and versions. */
export class HistoryReads {
  constructor(
    private readonly source: DataSource,
    /** Whether drafts are there for whoever reads. */
    private readonly seesDrafts: boolean,
  ) {}

  /** The versions of each subject, the newest first. */
  async versions(asked: readonly HistoryOf[], { kinds, first, before }: HistoryPage): Promise<VersionRow[][]> {
    const rows: (VersionRow & { place: string })[] = await this.source.query(
      `SELECT asked.place, found.* FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS asked(id, known, place)
       CROSS JOIN LATERAL (
         SELECT entry.id, entry.version, entry.change, entry.recorded_at AS "recordedAt",
           entry.recorded_by AS "recordedBy", entry.reason
         FROM subject_version entry
         WHERE entry.id = asked.id AND (asked.known IS NULL OR entry.recorded_at <= asked.known)
           AND ($3::text[] IS NULL OR entry.change = ANY($3)) AND ($4::int IS NULL OR entry.version < $4)
           AND ${this.seesDrafts ? 'true' : IS_PUBLIC}
         ORDER BY entry.version DESC LIMIT $5
       ) found ORDER BY asked.place, found.version DESC`,
      [asked.map(({ id }) => id), asked.map(({ knownAt }) => knownAt), kinds, before, first],
    );
    return grouped(asked.length, rows);
  }

  /** What each version says of its subject, over all of valid time; nothing for a version that there is not. */
  async periods(kind: SubjectKind, versions: readonly VersionKey[]): Promise<Periods[]> {
    const seen = kind === 'vacancy' && !this.seesDrafts ? ` AND ${NO_DRAFT}` : '';
    const rows: (Periods[number] & { place: string })[] = await this.source.query(
      `SELECT asked.place, row.valid_from::text AS "validFrom", row.valid_to::text AS "validTo", row.state
       FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS asked(id, version, place)
       JOIN ${kind} row ON row.id = asked.id AND row.version = asked.version${seen}
       ORDER BY asked.place, row.valid_from NULLS FIRST`,
      [versions.map(({ id }) => id), versions.map(({ version }) => version)],
    );
    return grouped(versions.length, rows);
  }
}

function grouped<T>(size: number, rows: readonly (T & { place: string })[]): T[][] {
  const groups: T[][] = Array.from({ length: size }, () => []);
  for (const { place, ...row } of rows) groups[Number(place) - 1]!.push(row as T);
  return groups;
}
