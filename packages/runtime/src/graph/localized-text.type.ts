import { type LocalizedText as DomainText, LANGUAGES, type Language as LanguageCode } from '@mandate-graph/domain';
import { Arg, Directive, Field, FieldResolver, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { AccessTable } from '../access/table.ts';

export const Language = { NL: 'nl', FR: 'fr', EN: 'en' } as const;
registerEnumType(Language, {
  name: 'Language',
  description: 'A language the graph has texts in. Not a language role.',
});

export const TextOrigin = {
  ORIGINAL: 'ORIGINAL',
  UNOFFICIAL_TRANSLATION: 'UNOFFICIAL_TRANSLATION',
  EDITORIAL: 'EDITORIAL',
  FALLBACK: 'FALLBACK',
} as const;
registerEnumType(TextOrigin, {
  name: 'TextOrigin',
  description: 'What a text is, in the language it is given in.',
  valuesConfig: {
    ORIGINAL: { description: 'The official wording.' },
    UNOFFICIAL_TRANSLATION: { description: 'Our translation of an official wording.' },
    EDITORIAL: { description: 'Our own words, such as a label or a summary.' },
    FALLBACK: { description: 'Another language than the one asked for, which the text does not exist in.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'One reading of a text: in which language it is given, and what it is.' })
export class TextReading {
  @Field(() => String)
  value!: string;
  @Field(() => Language)
  language!: LanguageCode;
  @Field(() => TextOrigin)
  origin!: keyof typeof TextOrigin;
}

@Directive('@shareable')
@ObjectType({ description: 'A text in up to three languages. Titles, names, labels and summaries exist in all three.' })
export class LocalizedText implements DomainText {
  @Field(() => String, { nullable: true, description: 'Dutch.' })
  readonly nl!: string | null;
  @Field(() => String, { nullable: true, description: 'French.' })
  readonly fr!: string | null;
  @Field(() => String, { nullable: true, description: 'English.' })
  readonly en!: string | null;
  @Field(() => Language, {
    nullable: true,
    description: 'Language of the official wording; null when the words are our own.',
  })
  readonly original!: LanguageCode | null;
}

@Resolver(() => LocalizedText)
export class LocalizedTextFields {
  @FieldResolver(() => TextReading, {
    nullable: true,
    description: 'The text in this language, or else in the original, or else in any; and which it is.',
  })
  text(@Root() text: DomainText, @Arg('language', () => Language) language: LanguageCode): TextReading | null {
    return read(text, language);
  }
}

export function read(text: DomainText, language: LanguageCode): TextReading | null {
  const preferred = [language, ...(text.original === null ? [] : [text.original]), ...LANGUAGES];
  const found = preferred.find((candidate) => text[candidate] !== null);
  if (found === undefined) return null;
  return { value: text[found]!, language: found, origin: originOf(text, found, language) };
}

function originOf(text: DomainText, given: LanguageCode, asked: LanguageCode): keyof typeof TextOrigin {
  if (given !== asked) return 'FALLBACK';
  if (text.original === null) return 'EDITORIAL';
  return text.original === given ? 'ORIGINAL' : 'UNOFFICIAL_TRANSLATION';
}

/** Read by everyone, wherever a text stands. */
export const LOCALIZED_TEXT_ACCESS: AccessTable = {
  LocalizedText: { PUBLIC: 'nl fr en original text' },
  TextReading: { PUBLIC: 'value language origin' },
};
