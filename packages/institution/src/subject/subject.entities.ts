import type {
  BodyState,
  BudgetState,
  HeadcountState,
  HolderState,
  LineState,
  PositionState,
  ReorganisationState,
  UnitState,
  VacancyState,
} from '@mandate-graph/domain';
import { VersionedRow, versionedTable } from '@mandate-graph/persistence';
import { Column, Entity } from 'typeorm';

@Entity('vacancy')
export class VacancyRow extends VersionedRow<VacancyState> {
  @Column({ name: 'position_id', type: 'text' })
  positionId!: string;
  @Column({ name: 'unit_ids', type: 'text', array: true })
  unitIds!: string[];
  @Column({ type: 'text' })
  publication!: VacancyState['publication'];
}

@Entity('unit')
export class UnitRow extends VersionedRow<UnitState> {
  @Column({ name: 'parent_id', type: 'text', nullable: true })
  parentId!: string | null;
  @Column({ type: 'integer', nullable: true })
  ordinal!: number | null;
}

@Entity('position')
export class PositionRow extends VersionedRow<PositionState> {
  @Column({ name: 'unit_ids', type: 'text', array: true })
  unitIds!: string[];
}

@Entity('holder')
export class HolderRow extends VersionedRow<HolderState> {
  @Column({ name: 'position_id', type: 'text' })
  positionId!: string;
}

@Entity('body')
export class BodyRow extends VersionedRow<BodyState> {
  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId!: string | null;
}

@Entity('line')
export class LineRow extends VersionedRow<LineState> {
  @Column({ name: 'from_id', type: 'text' })
  fromId!: string;
  @Column({ name: 'to_id', type: 'text' })
  toId!: string;
  @Column({ type: 'text' })
  kind!: string;
}

@Entity('budget')
export class BudgetRow extends VersionedRow<BudgetState> {
  @Column({ name: 'unit_id', type: 'text' })
  unitId!: string;
  @Column({ name: 'position_id', type: 'text', nullable: true })
  positionId!: string | null;
}

@Entity('headcount')
export class HeadcountRow extends VersionedRow<HeadcountState> {
  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId!: string | null;
  @Column({ name: 'position_id', type: 'text', nullable: true })
  positionId!: string | null;
}

@Entity('reorganisation')
export class ReorganisationRow extends VersionedRow<ReorganisationState> {
  @Column({ name: 'predecessor_ids', type: 'text', array: true })
  predecessorIds!: string[];
  @Column({ name: 'successor_ids', type: 'text', array: true })
  successorIds!: string[];
}

export const SUBJECT_ENTITIES = [
  VacancyRow,
  UnitRow,
  PositionRow,
  HolderRow,
  BodyRow,
  LineRow,
  BudgetRow,
  HeadcountRow,
  ReorganisationRow,
] as const;

/** Of what is known now, at most one row with these values holds on a day. */
const oneOnADay = (values: string): string =>
  `EXCLUDE USING gist (${values}, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)`;

export const SUBJECT_TABLES: readonly string[] = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public',
  `CREATE TABLE subject (
    id text PRIMARY KEY,
    kind text NOT NULL,
    version integer NOT NULL,
    recorded_at timestamptz NOT NULL
  )`,
  ...versionedTable('vacancy', ['position_id text NOT NULL', 'unit_ids text[] NOT NULL', 'publication text NOT NULL']),
  'CREATE INDEX vacancy_units ON vacancy USING gin (unit_ids) WHERE superseded_at IS NULL',
  'CREATE INDEX vacancy_position ON vacancy (position_id) WHERE superseded_at IS NULL',
  ...versionedTable('unit', ['parent_id text', 'ordinal integer', 'CHECK (parent_id <> id)']),
  'CREATE INDEX unit_parent ON unit (parent_id) WHERE superseded_at IS NULL',
  ...versionedTable('position', ['unit_ids text[] NOT NULL']),
  'CREATE INDEX position_units ON position USING gin (unit_ids) WHERE superseded_at IS NULL',
  // A post is held in one way on a day.
  ...versionedTable('holder', ['position_id text NOT NULL', oneOnADay('position_id WITH =')]),
  'CREATE INDEX holder_position ON holder (position_id) WHERE superseded_at IS NULL',
  ...versionedTable('body', ['unit_id text']),
  'CREATE INDEX body_unit ON body (unit_id) WHERE superseded_at IS NULL',
  ...versionedTable('line', ['from_id text NOT NULL', 'to_id text NOT NULL', 'kind text NOT NULL']),
  'CREATE INDEX line_from ON line (from_id) WHERE superseded_at IS NULL',
  'CREATE INDEX line_to ON line (to_id) WHERE superseded_at IS NULL',
  // A unit has one budget of a kind for a year, and one headcount of a kind in a unit of measure.
  ...versionedTable('budget', [
    'unit_id text NOT NULL',
    'position_id text',
    oneOnADay("unit_id WITH =, (state->>'kind') WITH =, coalesce(state->>'fiscalYear', '') WITH ="),
  ]),
  'CREATE INDEX budget_unit ON budget (unit_id) WHERE superseded_at IS NULL',
  'CREATE INDEX budget_position ON budget (position_id) WHERE superseded_at IS NULL',
  ...versionedTable('headcount', [
    'unit_id text',
    'position_id text',
    oneOnADay(
      "coalesce(unit_id, position_id) WITH =, (state->>'kind') WITH =, (state->>'unitOfMeasure') WITH =, coalesce(state->>'referenceDate', '') WITH =",
    ),
  ]),
  'CREATE INDEX headcount_unit ON headcount (unit_id) WHERE superseded_at IS NULL',
  'CREATE INDEX headcount_position ON headcount (position_id) WHERE superseded_at IS NULL',
];

/**
 * The database itself refuses a unit that would be its own ancestor on any day. The check runs when the transaction
 * commits, under a lock, so that two moves at the same time cannot make a cycle between them.
 */
export const UNIT_CYCLE_GUARD: readonly string[] = [
  `CREATE FUNCTION unit_refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(TG_TABLE_SCHEMA || '.unit', 0));
    IF EXISTS (
      WITH RECURSIVE up(id, days) AS (
        SELECT row.parent_id, daterange(row.valid_from, row.valid_to) FROM unit row
        WHERE row.row_id = NEW.row_id AND row.superseded_at IS NULL AND row.parent_id IS NOT NULL
        UNION
        SELECT row.parent_id, up.days * daterange(row.valid_from, row.valid_to) FROM up
        JOIN unit row ON row.id = up.id AND row.superseded_at IS NULL AND row.parent_id IS NOT NULL
          AND daterange(row.valid_from, row.valid_to) && up.days
      )
      SELECT FROM up WHERE up.id = NEW.id
    ) THEN
      RAISE EXCEPTION 'unit % would be its own ancestor', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'unit_no_cycle';
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE CONSTRAINT TRIGGER unit_no_cycle AFTER INSERT ON unit
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_refuse_cycle()`,
];
