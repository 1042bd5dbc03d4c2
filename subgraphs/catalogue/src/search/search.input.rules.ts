import type { Problem } from '@mandate-graph/domain';
import { MAX_SEARCH_TEXT, MAX_SEARCH_WORDS, searchWords } from './search.rules.ts';

/** The words a text asks for; null when it asks for nothing, as an empty search box does. */
export const wordsAskedFor = (text: string | null | undefined): readonly string[] | null =>
  text === null || text === undefined || text.trim() === '' ? null : searchWords(text);

export function searchProblems(path: string, text: string | null | undefined): Problem[] {
  if (text === null || text === undefined) return [];
  const value = text.slice(0, 100);
  if (text.length > MAX_SEARCH_TEXT) {
    const rule = `${path} must have at most ${MAX_SEARCH_TEXT} characters, but has ${text.length}.`;
    return [{ path, code: 'TOO_LONG', value, rule }];
  }
  const words = searchWords(text).length;
  if (words <= MAX_SEARCH_WORDS) return [];
  const rule = `${path} must have at most ${MAX_SEARCH_WORDS} different words, but has ${words}.`;
  return [{ path, code: 'TOO_LONG', value, rule }];
}
