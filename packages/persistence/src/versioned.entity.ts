import { Column, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A row that is never changed and never deleted: what was known of a subject, over which valid time, from when until
 * when it was the best knowledge. Two time lines, so that "as it was on that day" and "as we knew it then" both have
 * an answer. The state as a whole is in `state`; subclasses add the columns that statements join and filter on.
 */
export abstract class VersionedRow<S> {
  @PrimaryGeneratedColumn('identity', { name: 'row_id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  rowId!: string;

  /** Global id of the subject. */
  @Column({ type: 'text' })
  id!: string;

  /** From 1; all rows that one change writes share its version. */
  @Column({ type: 'integer' })
  version!: number;

  /** First local day it holds, null for "since ever". */
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom!: string | null;

  /** Local day from which it no longer holds, null for "until further notice". */
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  /** When a later version took its place; null for what is known now. */
  @Column({ name: 'superseded_at', type: 'timestamptz', nullable: true })
  supersededAt!: Date | null;

  /** Subject of the actor who recorded it. */
  @Column({ name: 'recorded_by', type: 'text' })
  recordedBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  state!: S;
}

/**
 * The table of a versioned subject. The exclusion constraint is what makes the two time lines trustworthy: for no
 * subject can two rows claim the same day at the same moment of knowledge.
 */
export const versionedTable = (table: string, columns: readonly string[] = []): readonly string[] => [
  `CREATE TABLE ${table} (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    valid_from date,
    valid_to date,
    recorded_at timestamptz NOT NULL,
    superseded_at timestamptz,
    recorded_by text NOT NULL,
    reason text,
    state jsonb NOT NULL,
    ${columns.map((column) => `${column},`).join('\n    ')}
    CONSTRAINT ${table}_valid_order CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
    CONSTRAINT ${table}_recorded_order CHECK (superseded_at IS NULL OR recorded_at <= superseded_at),
    CONSTRAINT ${table}_one_truth EXCLUDE USING gist (
      id WITH =, daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_at, superseded_at) WITH &&
    )
  )`,
  `CREATE INDEX ${table}_id_version ON ${table} (id, version)`,
];
