/**
 * How a procedure runs: what it copied when it started stays, whatever the vacancy says later. `vacancy_seen` is the
 * newest version of the vacancy that the trail tells of.
 */
export const PROCEDURE_RUNNING_TABLES: readonly string[] = [
  `ALTER TABLE selection_procedure
    ADD COLUMN status text NOT NULL DEFAULT 'NOT_STARTED' CHECK (status IN
      ('NOT_STARTED', 'RUNNING', 'RESULT_SUBMITTED', 'DECIDED', 'COMPLETED', 'ENDED_WITHOUT_APPOINTMENT', 'CANCELLED')),
    ADD COLUMN ending text,
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN regime_from date,
    ADD COLUMN template jsonb,
    ADD COLUMN vacancy_seen integer,
    ADD COLUMN result_submitted_at timestamptz,
    ADD COLUMN trail_seq integer NOT NULL DEFAULT 0,
    ADD COLUMN trail_head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    ADD CONSTRAINT selection_procedure_started CHECK ((template IS NULL) = (started_at IS NULL)
      AND (template IS NULL) = (vacancy_seen IS NULL)),
    ADD CONSTRAINT selection_procedure_ended CHECK ((ending IS NULL) = (ended_at IS NULL))`,
];
