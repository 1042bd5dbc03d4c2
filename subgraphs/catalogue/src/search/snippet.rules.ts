import { wordsIn } from './search.rules.ts';

/** A stretch of a snippet. It is plain text, never markup: whoever shows it decides how a match looks. */
export interface SnippetPart {
  readonly text: string;
  readonly match: boolean;
}

const MAX_LENGTH = 240;
/** Characters shown before the first match of a text that is too long to show whole. */
const LEAD = 80;
const ELLIPSIS = '…';

/** The part of a text around its first match, cut at words. `places` are the matching words, counted from 1. */
export function snippetOf(body: string, places: readonly number[]): SnippetPart[] {
  const words = wordsIn(body);
  const matches = places.map((place) => words[place - 1]).filter((word) => word !== undefined);
  const [from, to] = frame(body, words, matches[0]?.start ?? 0);
  const parts: SnippetPart[] = [];
  const add = (text: string, match: boolean): void => {
    if (text !== '') parts.push({ text, match });
  };
  let at = from;
  const lead = from > 0 ? ELLIPSIS : '';
  for (const match of matches.filter(({ start, end }) => start >= from && end <= to)) {
    add((at === from ? lead : '') + body.slice(at, match.start), false);
    add(body.slice(match.start, match.end), true);
    at = match.end;
  }
  add((at === from ? lead : '') + body.slice(at, to) + (to < body.length ? ELLIPSIS : ''), false);
  return parts;
}

/** Bounds of the part to show: whole words, and always the first match. */
function frame(body: string, words: readonly { start: number; end: number }[], first: number): [number, number] {
  if (body.length <= MAX_LENGTH) return [0, body.length];
  const from = first <= LEAD ? 0 : (words.find((word) => word.start >= first - LEAD)?.start ?? 0);
  const room = from + MAX_LENGTH;
  if (room >= body.length) return [from, body.length];
  const last = words.findLast((word) => word.end <= room && word.start >= first);
  return [from, last?.end ?? room];
}
