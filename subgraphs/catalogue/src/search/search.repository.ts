import { LANGUAGES, type Language } from '@mandate-graph/domain';
import type { DataSource } from 'typeorm';

/** What to look for in each language: every word, and any of them; null where there is nothing to look for. */
export type SearchQueries = Readonly<Record<`${'every' | 'any'}_${Language}`, string | null>>;

/** Turns words into queries, once per request: the statements that use them are then planned with the words known. */
export class SearchRepository {
  readonly #known = new Map<string, Promise<SearchQueries>>();

  constructor(private readonly source: DataSource) {}

  queries(words: readonly string[]): Promise<SearchQueries> {
    const key = words.join(' ');
    const known = this.#known.get(key) ?? this.#read(words);
    this.#known.set(key, known);
    return known;
  }

  async #read(words: readonly string[]): Promise<SearchQueries> {
    const columns = LANGUAGES.flatMap((language) => [
      `search_query('${language}', $1::text[], '&')::text AS every_${language}`,
      `search_query('${language}', $1::text[], '|')::text AS any_${language}`,
    ]);
    const [row] = await this.source.query(`SELECT ${columns.join(', ')}`, [words]);
    return row;
  }
}
