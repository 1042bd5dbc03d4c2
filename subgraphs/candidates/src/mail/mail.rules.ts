import type { Language } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { type MessageContent, wordingOf } from '../inbox/messages.words.rules.ts';

/** A copy is of use while it is news: the message itself stays in the account. */
export const MAILED_WITHIN = { hours: 7 * 24 } as const satisfies Temporal.DurationLike;
export const MOST_ATTEMPTS = 5;
/** The pause after an attempt, in minutes, is this to the power of its number: 6 min, 36 min, 3.6 h, 21.6 h. */
export const PAUSE_BASE = 6;

/** A copy of a message: what anybody may read who sees it on its way. */
export interface MailCopy {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** Of a message, by its id, from an address: the same each time, so that a copy that comes twice can be recognised. */
export function copyOf(id: string, told: MessageContent, language: Language, from: string): MailCopy {
  const { subject, text } = wordingOf(told, language);
  return {
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    subject: subject.replace(/[\s\p{Cc}]+/gu, ' '),
    text: `${text}\n\n${ONLY_A_COPY[language]}\n`,
  };
}

/** An address in its plain form: without comments, quotes and groups, which readers of headers read in different ways. */
export const isPlainAddress = (address: string): boolean => PLAIN_ADDRESS.test(address);

const PART = '[^\\s\\p{Cc}@,;:<>()\\[\\]\\\\"]+';
const PLAIN_ADDRESS = new RegExp(`^${PART}@${PART}$`, 'u');

const ONLY_A_COPY: Readonly<Record<Language, string>> = {
  nl: 'Dit is een automatische kopie van een bericht in uw account. Alleen wat in uw account staat, telt. Antwoorden op deze e-mail leest niemand.',
  fr: 'Ceci est une copie automatique d’un message dans votre compte. Seul compte ce qui figure dans votre compte. Personne ne lit les réponses à cet e-mail.',
  en: 'This is an automatic copy of a message in your account. Only what stands in your account counts. Nobody reads replies to this e-mail.',
};
