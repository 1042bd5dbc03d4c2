import { TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { placeOf, Sealing } from '@mandate-graph/writing';

const sealing = new Sealing(TEST_PERSON_KEY);

/** What a test database, and a data source, can be asked with. */
interface Queried {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Candidates in whose accounts nothing stands; of what subject of a token, where a test needs to know. */
export async function insertCandidates(
  database: Queried,
  ids: readonly string[],
  subject: (id: string) => string = (id) => `subject-of-${id}`,
): Promise<void> {
  const keys = ids.map((id) => sealing.newKey(id));
  const data = ids.map((id, at) => sealing.keyOf(id, keys[at]!).seal(placeOf('candidate', id), null));
  await database.query(
    `WITH made AS (
       INSERT INTO candidates.candidate (id, registered_at, version, recorded_at, recorded_by, data)
       SELECT id, now(), 1, now(), 'test', data FROM unnest($1::uuid[], $2::bytea[]) AS new(id, data) RETURNING id
     ), keyed AS (
       INSERT INTO candidates.person_key SELECT id, wrapped
       FROM made JOIN unnest($1::uuid[], $3::bytea[]) AS new(id, wrapped) USING (id)
     )
     INSERT INTO candidates.candidate_subject SELECT id, subject
     FROM made JOIN unnest($1::uuid[], $4::text[]) AS new(id, subject) USING (id)`,
    [ids, data, keys, ids.map(subject)],
  );
}
