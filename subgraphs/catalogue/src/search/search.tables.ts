/**
 * Full-text search in three languages. Texts reach the database as words already, so neither the parser of
 * PostgreSQL's configurations (which keeps `Easy.brussels` whole and reads `SAP/HANA` as a path) nor any operator in
 * a user's text plays a part. A word is known by its lexemes: `=word` folded of accents, for prefixes, and `~stem`.
 * Both ways of stemming count, with accents and without, so that “annoncée”, “annoncee” and “annoncé” meet.
 */
export const SEARCH_FUNCTIONS: readonly string[] = [
  'CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public',
  `CREATE FUNCTION folded(word text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
   RETURN public.unaccent('public.unaccent'::regdictionary, word)`,
  // Snowball's Dutch stems keep the change of the last consonant apart: huis / huiz-en, brief / briev-en, les / less-en,
  // gren(s) / grenz-en, functie / functie-s. Folded, the two of each pair are one.
  `CREATE FUNCTION dutch_folded(stem text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
     stem, 'z$', 's'), 'v$', 'f'), 'ies$', 'ie'), '([^aeiouyj0-9])s$', '\\1'), '([bcdfgklmnprt])\\1$', '\\1')`,
  `CREATE FUNCTION stem_of(language text, word text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
   RETURN CASE language
     WHEN 'nl' THEN ts_lexize('pg_catalog.dutch_stem', word)
     WHEN 'fr' THEN ts_lexize('pg_catalog.french_stem', word)
     WHEN 'en' THEN ts_lexize('pg_catalog.english_stem', word)
   END`,
  // A word without a stem is one that the language does not count (de, le, the).
  `CREATE FUNCTION word_lexemes(language text, word text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
   RETURN (SELECT array_agg(DISTINCT lexeme) FROM (
     SELECT '=' || folded(word)
     UNION ALL
     SELECT '~' || CASE language WHEN 'nl' THEN dutch_folded(folded(stem)) ELSE folded(stem) END
     FROM unnest(stem_of(language, folded(word)) || stem_of(language, word)) AS stem WHERE stem <> ''
   ) found(lexeme))`,
  `CREATE FUNCTION quoted_lexeme(lexeme text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''''`,
  // Each word by any of its lexemes or as a prefix. Words that the language does not count are left out, unless there
  // are no others.
  `CREATE FUNCTION search_query(language text, words text[], operator text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
   RETURN (
     WITH word AS (
       SELECT lexemes, '~' = ANY (SELECT left(lexeme, 1) FROM unnest(lexemes) AS lexeme) AS counts
       FROM (SELECT word_lexemes(language, word) AS lexemes FROM unnest(words) AS word) AS known
     )
     SELECT string_agg('(' || (
       SELECT string_agg(quoted_lexeme(lexeme) || CASE WHEN lexeme LIKE '=%' THEN ':*' ELSE '' END, '|')
       FROM unnest(lexemes) AS lexeme
     ) || ')', operator)::tsquery
     FROM word WHERE counts OR NOT EXISTS (SELECT FROM word WHERE counts)
   )`,
  "CREATE AGGREGATE vector_sum(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '')",
];

/** The texts of a subject piece by piece: what it is found by, and what a snippet shows. */
export const FRAGMENT_TABLE: readonly string[] = [
  `CREATE TABLE fragment (
    subject_id text COLLATE "C" NOT NULL REFERENCES subject,
    valid_from date NOT NULL,
    language text NOT NULL,
    place integer NOT NULL,
    is_name boolean NOT NULL,
    body text NOT NULL,
    vector tsvector NOT NULL,
    PRIMARY KEY (subject_id, valid_from, language, place)
  )`,
];
