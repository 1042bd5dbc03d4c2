/**
 * Who has read whose data, and as what. Ids only; nothing refers to a row elsewhere, so that the log outlives what it
 * tells of. It is only ever added to, whoever asks the database.
 */
export const ACCESS_LOG_TABLES: readonly string[] = [
  `CREATE TABLE access_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    operation text NOT NULL,
    candidate_id uuid,
    application_id uuid
  )`,
  'CREATE INDEX access_log_candidate ON access_log (candidate_id, id)',
  `CREATE FUNCTION access_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the access log is only added to' USING ERRCODE = '23514', CONSTRAINT = 'access_log_is_kept';
  END $$`,
  `CREATE TRIGGER access_log_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
   FOR EACH STATEMENT EXECUTE FUNCTION access_log_is_kept()`,
];
