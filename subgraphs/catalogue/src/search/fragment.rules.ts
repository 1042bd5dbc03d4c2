import { LANGUAGES, type Language, type LocalizedText, type Passage } from '@mandate-graph/domain';
import { composed } from './search.rules.ts';

/** How much a word counts by where it stands: title, names, headings, the rest. The letters are PostgreSQL's. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A piece of a subject's text in one language. */
export interface Fragment {
  readonly language: Language;
  readonly weight: Weight;
  /** Whether others are found by it too, as a vacancy is by the names of its units. */
  readonly isName: boolean;
  readonly body: string;
}

/** Collects the fragments of one subject, in the order in which a snippet prefers them. */
export class Fragments {
  readonly #all: Fragment[] = [];

  constructor(private readonly isName: boolean = false) {}

  /** A text in the languages it exists in. */
  text(weight: Weight, text: LocalizedText | null): this {
    for (const language of LANGUAGES) this.#add(language, weight, text?.[language] ?? null);
    return this;
  }

  texts(weight: Weight, texts: readonly (LocalizedText | null)[]): this {
    for (const text of texts) this.text(weight, text);
    return this;
  }

  /** Codes, aliases and abbreviations are of no language: they are found in each. */
  word(weight: Weight, word: string | null): this {
    for (const language of LANGUAGES) this.#add(language, weight, word);
    return this;
  }

  words(weight: Weight, words: readonly (string | null)[]): this {
    for (const word of words) this.word(weight, word);
    return this;
  }

  passage(weight: Weight, passage: Passage | null): this {
    return this.text(weight, passage?.summary ?? null).text(weight, passage?.fullText ?? null);
  }

  passages(weight: Weight, passages: readonly Passage[]): this {
    for (const one of passages) this.passage(weight, one);
    return this;
  }

  all(): readonly Fragment[] {
    return this.#all;
  }

  #add(language: Language, weight: Weight, text: string | null): void {
    const body = composed(text ?? '').trim();
    if (body === '') return;
    if (this.#all.some((known) => known.language === language && known.body === body)) return;
    this.#all.push({ language, weight, isName: this.isName, body });
  }
}
