/**
 * Every act on a procedure, in the order in which it took effect. Each entry carries the hash of the one before, so that
 * a changed, deleted, inserted or swapped entry breaks the chain; the head stands with the procedure. Entries are only
 * ever added: the database itself refuses anything else.
 */
export const TRAIL_TABLES: readonly string[] = [
  `CREATE TABLE trail_entry (
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    seq integer NOT NULL CHECK (seq >= 1),
    at text NOT NULL,
    act text NOT NULL,
    actor text NOT NULL,
    about text NOT NULL,
    about_id text NOT NULL,
    before jsonb,
    after jsonb,
    reason text,
    person text,
    sealed bytea,
    nonce bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (procedure_id, seq),
    CONSTRAINT trail_entry_sealed_for_somebody CHECK ((person IS NULL) = (sealed IS NULL))
  )`,
  `CREATE FUNCTION trail_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'an entry of the trail stays as it is' USING ERRCODE = '23514', CONSTRAINT = 'trail_entry_stays';
  END $$`,
  `CREATE TRIGGER trail_entry_stays BEFORE UPDATE OR DELETE ON trail_entry
   FOR EACH ROW EXECUTE FUNCTION trail_entry_stays()`,
  `CREATE TRIGGER trail_stays BEFORE TRUNCATE ON trail_entry EXECUTE FUNCTION trail_entry_stays()`,
];
