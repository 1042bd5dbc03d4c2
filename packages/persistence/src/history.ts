/**
 * Keeps every earlier version of a table's rows (columns `id uuid`, `version`, `recorded_at`), whoever changes them.
 * The database itself holds the rule: a version is followed by the next one, and nothing that was known is lost. A
 * change that keeps the version (a copy of what another subgraph decides) is not an act of this one, and leaves no trace.
 */
export const historyOf = (table: string): readonly string[] => [
  `CREATE TABLE ${table}_history (
    id uuid NOT NULL,
    version integer NOT NULL,
    superseded_at timestamptz NOT NULL,
    state jsonb NOT NULL,
    PRIMARY KEY (id, version)
  )`,
  `CREATE FUNCTION ${table}_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION '${table} % is at version %, so the next is not %', OLD.id, OLD.version, NEW.version
        USING ERRCODE = '23514', CONSTRAINT = '${table}_next_version';
    END IF;
    INSERT INTO ${table}_history VALUES (OLD.id, OLD.version, NEW.recorded_at, to_jsonb(OLD));
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER ${table}_keep_history AFTER UPDATE ON ${table}
   FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION ${table}_keep_history()`,
];
