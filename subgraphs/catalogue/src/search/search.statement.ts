import { LANGUAGES, type Language } from '@mandate-graph/domain';
import type { Parameters } from '../page/parameters.ts';
import type { SearchQueries } from './search.repository.ts';

/** How much a match counts, from the rest (D) to the title (A). Of one word, a title outweighs any number of mentions. */
const WEIGHTS = "'{0.05, 0.1, 0.3, 1}'";
/** Keeps the planner from evaluating an expression again at each of its uses. */
const ONCE = 'OFFSET 0';

/** The parts of a statement that searches. Every word must be found in the text of one and the same language. */
export class SearchStatement {
  readonly #placeholders = new Map<keyof SearchQueries, string>();

  constructor(
    private readonly queries: SearchQueries,
    private readonly parameters: Parameters,
  ) {}

  matches(row: string): string {
    return `(${LANGUAGES.map((language) => this.#matchesIn(row, language)).join(' OR ')})`;
  }

  /** How well a row that matches does so, in the language in which it does best. */
  relevance(row: string): string {
    return `greatest(${LANGUAGES.map((language) => this.#rank(row, language)).join(', ')})::float8`;
  }

  /**
   * How well a vacancy on the page matches, and the fragment that shows it best: of its own or a name of one of its
   * parties, in the language in which it matches best.
   */
  hit(): string {
    const ranks = LANGUAGES.map((language) => `${this.#rank('v', language)} AS ${language}`);
    const best = `greatest(${LANGUAGES.join(', ')})`;
    const anyWord = LANGUAGES.map((language) => `WHEN ${language} THEN ${this.#query(`any_${language}`)}`);
    const language = LANGUAGES.map((one) => `WHEN ${one} THEN '${one}'`);
    return `SELECT best.relevance, piece.snippet FROM (
        SELECT v.named_ids, ${ranks.join(', ')} FROM vacancy v WHERE v.id = page.id AND v.valid_from = page.valid_from ${ONCE}
      ) AS ranked CROSS JOIN LATERAL (
        SELECT ${best}::float8 AS relevance, CASE ${best} ${language.join(' ')} END AS language,
          CASE ${best} ${anyWord.join(' ')} END AS query ${ONCE}
      ) AS best LEFT JOIN LATERAL (
        SELECT jsonb_build_object('language', best.language, 'body', body, 'places', (
          SELECT jsonb_agg(DISTINCT place ORDER BY place)
          FROM unnest(vector) AS word(lexeme, places, weights), unnest(places) AS place
          WHERE array_to_tsvector(ARRAY[lexeme]) @@ best.query
        )) AS snippet
        FROM fragment
        WHERE fragment.language = best.language AND vector @@ best.query AND (
          (subject_id = page.id AND fragment.valid_from = page.valid_from) OR (is_name AND subject_id = ANY(ranked.named_ids))
        )
        ORDER BY ts_rank('{1, 1, 1, 1}', vector, best.query) DESC, subject_id <> page.id, fragment.place, subject_id
        LIMIT 1
      ) AS piece ON true`;
  }

  #matchesIn(row: string, language: Language): string {
    return `${row}.text_${language} @@ ${this.#query(`every_${language}`)}`;
  }

  #rank(row: string, language: Language): string {
    const rank = `ts_rank(${WEIGHTS}, ${row}.text_${language}, ${this.#query(`any_${language}`)})`;
    return `CASE WHEN ${this.#matchesIn(row, language)} THEN ${rank} END`;
  }

  /** A value becomes a parameter where it is first used: PostgreSQL refuses those that are not. */
  #query(name: keyof SearchQueries): string {
    const known = this.#placeholders.get(name) ?? this.parameters.add(this.queries[name], 'tsquery');
    this.#placeholders.set(name, known);
    return known;
  }
}
