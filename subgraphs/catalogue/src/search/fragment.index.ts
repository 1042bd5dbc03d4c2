import type { EntityManager } from 'typeorm';
import type { Fragment } from './fragment.rules.ts';
import { wordKey, wordsIn } from './search.rules.ts';

/** The fragments of one stretch of a subject's valid time. */
export interface FragmentedPeriod {
  readonly id: string;
  readonly validFrom: string | null;
  readonly fragments: readonly Fragment[];
}

const keysOf = (body: string): string =>
  wordsIn(body)
    .map((word) => wordKey(word.text))
    .join(' ');

/** Replaces the fragments of subjects whole. */
export async function replaceFragments(
  manager: EntityManager,
  ids: readonly string[],
  periods: readonly FragmentedPeriod[],
): Promise<void> {
  await manager.query('DELETE FROM fragment WHERE subject_id = ANY($1)', [ids]);
  const rows = periods.flatMap(({ id, validFrom, fragments }) =>
    fragments.map((fragment, place) => ({
      id,
      valid_from: validFrom,
      language: fragment.language,
      place,
      is_name: fragment.isName,
      body: fragment.body,
      words: keysOf(fragment.body),
      weight: fragment.weight,
    })),
  );
  if (rows.length === 0) return;
  // A notice says the same words often: each is turned into its lexemes once.
  await manager.query(
    `INSERT INTO fragment (subject_id, valid_from, language, place, is_name, body, vector)
     WITH piece AS MATERIALIZED (
       SELECT row_number() OVER () AS number, row.*
       FROM jsonb_to_recordset($1::jsonb) AS row(id text, valid_from date, language text, place integer,
         is_name boolean, body text, words text, weight text)
     ), spoken AS MATERIALIZED (
       SELECT number, language, weight, word.word, word.place
       FROM piece, unnest(string_to_array(words, ' ')) WITH ORDINALITY AS word(word, place)
     ), known AS MATERIALIZED (
       SELECT language, word, word_lexemes(language, word) AS lexemes FROM (SELECT DISTINCT language, word FROM spoken) AS one
     ), made AS (
       SELECT number, string_agg(quoted_lexeme(lexeme) || ':' || least(place, 16383) || weight, ' ')::tsvector AS vector
       FROM spoken JOIN known USING (language, word), unnest(lexemes) AS lexeme GROUP BY number
     )
     SELECT id, coalesce(valid_from, '-infinity'), language, place, is_name, body, coalesce(vector, '')
     FROM piece LEFT JOIN made USING (number)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Makes the vectors that searches look into, from the fragments as they are now: of the subjects given, and of the
 * vacancies that are found by the names of one of them.
 */
export async function composeVectors(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const vectors = `vector_sum(vector ORDER BY subject, valid_from, place) FILTER (WHERE language = 'nl') AS nl,
    vector_sum(vector ORDER BY subject, valid_from, place) FILTER (WHERE language = 'fr') AS fr,
    vector_sum(vector ORDER BY subject, valid_from, place) FILTER (WHERE language = 'en') AS en`;
  const set = `SET text_nl = coalesce(total.nl, ''), text_fr = coalesce(total.fr, ''), text_en = coalesce(total.en, '')`;
  await manager.query(
    `WITH affected AS (
       SELECT id, valid_from, named_ids FROM vacancy WHERE id = ANY($1) OR named_ids && $1
     ), piece AS (
       SELECT affected.id, affected.valid_from AS since, '' AS subject, fragment.valid_from, language, place, vector
       FROM affected JOIN fragment ON subject_id = affected.id AND fragment.valid_from = affected.valid_from
       UNION ALL
       SELECT affected.id, affected.valid_from, subject_id, fragment.valid_from, language, place, setweight(vector, 'B')
       FROM affected JOIN fragment ON subject_id = ANY(named_ids) AND is_name
     ), total AS (SELECT id, since, ${vectors} FROM piece GROUP BY id, since)
     UPDATE vacancy ${set} FROM total WHERE vacancy.id = total.id AND vacancy.valid_from = total.since`,
    [ids],
  );
  await manager.query(
    `WITH total AS (
       SELECT id, since, ${vectors}
       FROM (SELECT subject_id AS id, valid_from AS since, subject_id AS subject, valid_from, language, place, vector
             FROM fragment WHERE subject_id = ANY($1)) piece
       GROUP BY id, since
     )
     UPDATE party ${set} FROM total WHERE party.id = total.id AND party.valid_from = total.since`,
    [ids],
  );
}
