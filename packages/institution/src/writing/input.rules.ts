import type { Problem } from '@mandate-graph/domain';

const MAX_TEXT = 20_000;

/** An input with its texts as they are kept, and everything that is wrong with them. */
export interface NormalisedInput<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * Texts are kept in one form (NFC) and without white space around them, so that what looks the same is the same. What
 * is no text (null bytes, halves of characters) or has no words is refused, each with its path.
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
  const kept = value.normalize('NFC').trim();
  const refuse = (code: string, rule: string, shown: string | null): void =>
    void problems.push({ path, code, value: shown, rule: `${path} ${rule}.` });
  if (value.includes('\u0000') || /\p{Surrogate}/u.test(value)) {
    refuse('NOT_TEXT', 'must be text in Unicode, without null bytes', null);
  } else if (kept === '') {
    refuse('EMPTY_TEXT', 'must have words, or be left out, but got an empty text', value.slice(0, 20));
  } else if (kept.length > MAX_TEXT) {
    refuse('TOO_LONG', `must have at most ${MAX_TEXT} characters, but has ${kept.length}`, `${kept.slice(0, 20)}…`);
  }
  return kept;
}
