/**
 * Procedures of which something was told that is not settled yet. A mark is only ever added, and taken away by whoever
 * settles what it stands for: so neither waits for the other, and there may be several of one procedure.
 */
export const SETTLING_TABLES: readonly string[] = [
  'CREATE TABLE settling_due (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, procedure_id uuid NOT NULL)',
  'CREATE INDEX settling_due_procedure ON settling_due (procedure_id)',
];
