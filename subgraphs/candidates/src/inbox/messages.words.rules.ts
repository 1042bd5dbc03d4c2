import { inAnyLanguage, type Language, type LocalizedText, localDay, ours, TIME_ZONE } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { MessageCode, MessageFacts, TaskCode } from './inbox.messages.rules.ts';
import { ENGLISH } from './messages.en.rules.ts';
import { FRENCH } from './messages.fr.rules.ts';
import { DUTCH } from './messages.nl.rules.ts';

/** What a message tells of. */
export interface MessageContent {
  readonly code: MessageCode | TaskCode;
  /** Title of the vacancy; null: it concerns none, or one of which nothing is known. */
  readonly vacancy: LocalizedText | null;
  /** Until when something is to be done, in ISO 8601. */
  readonly dueAt: string | null;
  readonly facts: MessageFacts;
}

/** The same in one language, for its words. */
export interface ToldIn {
  readonly vacancy: string | null;
  /** Until when what it asks for is possible. */
  readonly until: Until | null;
  readonly facts: MessageFacts;
}

/** To the end of a local day (yyyy-mm-dd), or to a time on it (HH:MM). */
export interface Until {
  readonly day: string;
  readonly time: string | null;
}

interface Wording {
  readonly subject: string;
  readonly text: string;
  /** How a person judged: said in the account, and in no copy. */
  readonly judgement?: string | undefined;
}

/** The words for every message and task, in one language. */
export type MessageWords = Readonly<Record<MessageCode | TaskCode, (told: ToldIn) => Wording>>;

export const wordingOf = ({ code, vacancy, dueAt, facts }: MessageContent, language: Language): Wording => {
  // A task may have been put off since it was set.
  const closes = dueAt ?? facts.closesAt ?? null;
  return WORDS[language][code]({
    vacancy: vacancy === null ? null : (vacancy[language] ?? inAnyLanguage(vacancy)),
    until: closes === null ? null : untilOf(closes),
    facts,
  });
};

/** Subject and text as they stand in the account. */
export function messageTexts(told: MessageContent): { readonly subject: LocalizedText; readonly text: LocalizedText } {
  const [nl, fr, en] = [wordingOf(told, 'nl'), wordingOf(told, 'fr'), wordingOf(told, 'en')];
  return { subject: ours(nl.subject, fr.subject, en.subject), text: ours(whole(nl), whole(fr), whole(en)) };
}

const whole = ({ text, judgement }: Wording): string => (judgement === undefined ? text : `${judgement} ${text}`);

/** The first instant that is too late, as people say it: midnight is the end of the day before. */
export function untilOf(closesAt: string): Until {
  const closes = Temporal.Instant.from(closesAt);
  const local = closes.toZonedDateTimeISO(TIME_ZONE);
  if (local.equals(local.startOfDay()))
    return { day: localDay(closes.subtract({ nanoseconds: 1 })).toString(), time: null };
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

const WORDS: Readonly<Record<Language, MessageWords>> = { nl: DUTCH, fr: FRENCH, en: ENGLISH };
