/** Languages the graph speaks. German has no language role in the federal frames, and no text of the notices is in it. */
export const LANGUAGES = ['nl', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * A text in up to three languages; null where it does not exist in one. Which languages a published text must have is
 * for its institution's rules to say.
 * `original` is the language of the official wording; null when all are our own words (labels and summaries).
 */
export interface LocalizedText {
  readonly nl: string | null;
  readonly fr: string | null;
  readonly en: string | null;
  readonly original: Language | null;
}

/** An official Dutch wording (a title, a name) with our unofficial French and English translations. */
export const dutch = (nl: string, fr: string, en: string): LocalizedText => ({ nl, fr, en, original: 'nl' });

/** Our own label or summary, in the three languages. */
export const ours = (nl: string, fr: string, en: string): LocalizedText => ({ nl, fr, en, original: null });

/** A long part of a notice: a summary of ours, and what the notice prints once it has been imported (null until then). */
export interface Passage {
  readonly summary: LocalizedText;
  readonly fullText: LocalizedText | null;
}

export const passage = (nl: string, fr: string, en: string): Passage => ({ summary: ours(nl, fr, en), fullText: null });

/** The text in the first of the languages of the graph that it exists in; empty when it exists in none. */
export const inAnyLanguage = (text: LocalizedText): string =>
  LANGUAGES.map((language) => text[language]).find((words) => words !== null) ?? '';
