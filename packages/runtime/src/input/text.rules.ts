import type { Problem } from '@mandate-graph/domain';

const MAX_TEXT = 20_000;

/** An input with its texts as they are kept, and everything that is wrong with them. */
export interface NormalisedInput<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What is never part of a text: control characters but the end of a line and the tab, and what turns the order of reading. */
const NOT_TEXT = /[\p{Surrogate}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

/**
 * Texts are kept in one form (NFC, lines that end in a line feed) and without white space around them, so that what
 * looks the same is the same. What is no text, has no words or is too long is refused, each with its path; the value
 * has it without what is no text, so that whatever else is wrong with it can be found.
 */
export function normalised<T>(input: T): NormalisedInput<T> {
  const problems: Problem[] = [];
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return text(value, path, problems);
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${path}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walk(one, path === '' ? name : `${path}.${name}`)]),
    );
  };
  return { value: walk(input, '') as T, problems };
}

function text(value: string, path: string, problems: Problem[]): string {
  const written = value.normalize('NFC').replaceAll('\r\n', '\n').trim();
  const kept = written.replace(NOT_TEXT, '').trim();
  const refuse = (code: string, rule: string, shown: string | null): void =>
    void problems.push({ path, code, value: shown, rule: `${path} ${rule}.` });
  const [mark] = written.match(NOT_TEXT) ?? [];
  if (mark !== undefined) {
    const shown = `U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    const rule = 'must be text, without control characters or marks that turn the order of reading';
    refuse('NOT_TEXT', `${rule}, but got: ${shown}`, shown);
  } else if (kept === '') {
    refuse('EMPTY_TEXT', 'must have words, but got an empty text', value.slice(0, 20));
  } else if (kept.length > MAX_TEXT) {
    refuse('TOO_LONG', `must have at most ${MAX_TEXT} characters, but has ${kept.length}`, `${kept.slice(0, 20)}…`);
  }
  return kept;
}
