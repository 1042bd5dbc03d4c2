/**
 * The keys of the persons of procedures, wrapped: of candidates (`candidate:<id>`) and of committee members
 * (`member:<id>`). Without its key, nothing personal of a person can be read; whoever was erased gets no other one.
 */
export const PERSON_TABLES: readonly string[] = [
  'CREATE TABLE person_key (person text PRIMARY KEY, wrapped bytea NOT NULL)',
  'CREATE TABLE erased_person (person text PRIMARY KEY, erased_at timestamptz NOT NULL)',
];
