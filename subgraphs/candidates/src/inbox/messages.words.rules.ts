import {
  inAnyLanguage,
  type Language,
  type LocalizedText,
  localDay,
  ours,
  type SelectionMessageCode,
  type SelectionTaskCode,
  TIME_ZONE,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { MessageCode, MessageFacts, TaskCode } from './inbox.messages.rules.ts';
import { ENGLISH } from './messages.en.rules.ts';
import { FRENCH } from './messages.fr.rules.ts';
import { DUTCH } from './messages.nl.rules.ts';
import { ENGLISH_SELECTION } from './selection.messages.en.rules.ts';
import { FRENCH_SELECTION } from './selection.messages.fr.rules.ts';
import { DUTCH_SELECTION } from './selection.messages.nl.rules.ts';

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
  /** Of a session: when it begins, when a seat can be given up at the latest, and until when that is asked for. */
  readonly startsAt: Moment | null;
  readonly cancelAtLatest: Moment | null;
  readonly cancelAsked: Until | null;
  readonly facts: MessageFacts;
}

/** A local day (yyyy-mm-dd) and a time on it (HH:MM). */
export interface Moment {
  readonly day: string;
  readonly time: string;
}

/** To the end of a local day (yyyy-mm-dd), or to a time on it (HH:MM). */
export interface Until {
  readonly day: string;
  readonly time: string | null;
}

interface Wording {
  readonly subject: string;
  readonly text: string;
  /** How a person judged: said in the account, before the text, and in no copy. */
  readonly judgement?: string | undefined;
  /** What can be done about it, which would give that away: said in the account, after the text, and in no copy. */
  readonly rights?: string | undefined;
}

/** The words for messages and tasks, in one language. */
type Words<C extends MessageCode | TaskCode> = Readonly<Record<C, (told: ToldIn) => Wording>>;
export type SelectionWords = Words<SelectionMessageCode | SelectionTaskCode>;
export type MessageWords = Words<Exclude<MessageCode | TaskCode, keyof SelectionWords>>;

export const wordingOf = ({ code, vacancy, dueAt, facts }: MessageContent, language: Language): Wording => {
  // A task may have been put off since it was set.
  const closes = dueAt ?? facts.closesAt ?? null;
  return WORDS[language][code]({
    vacancy: vacancy === null ? null : (vacancy[language] ?? inAnyLanguage(vacancy)),
    until: untilAt(closes),
    startsAt: momentAt(facts.startsAt),
    cancelAtLatest: momentAt(facts.cancelUntil),
    cancelAsked: untilAt(facts.cancelAsked ?? null),
    facts,
  });
};

/** Subject and text as they stand in the account. */
export function messageTexts(told: MessageContent): { readonly subject: LocalizedText; readonly text: LocalizedText } {
  const [nl, fr, en] = [wordingOf(told, 'nl'), wordingOf(told, 'fr'), wordingOf(told, 'en')];
  return { subject: ours(nl.subject, fr.subject, en.subject), text: ours(whole(nl), whole(fr), whole(en)) };
}

const whole = ({ text, judgement, rights }: Wording): string =>
  [judgement, text, rights].filter((part) => part !== undefined).join(' ');

/** The first instant that is too late, as people say it: midnight is the end of the day before. */
export function untilOf(closesAt: string): Until {
  const closes = Temporal.Instant.from(closesAt);
  const local = closes.toZonedDateTimeISO(TIME_ZONE);
  if (local.equals(local.startOfDay()))
    return { day: localDay(closes.subtract({ nanoseconds: 1 })).toString(), time: null };
  return momentOf(local);
}

const untilAt = (closesAt: string | null): Until | null => (closesAt === null ? null : untilOf(closesAt));

const momentAt = (instant: string | undefined): Moment | null =>
  instant === undefined ? null : momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(TIME_ZONE));

const momentOf = (local: Temporal.ZonedDateTime): Moment => ({
  day: local.toPlainDate().toString(),
  time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
});

const WORDS: Readonly<Record<Language, MessageWords & SelectionWords>> = {
  nl: { ...DUTCH, ...DUTCH_SELECTION },
  fr: { ...FRENCH, ...FRENCH_SELECTION },
  en: { ...ENGLISH, ...ENGLISH_SELECTION },
};
