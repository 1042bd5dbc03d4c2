import {
  closesAt,
  isLocalDate,
  type Language,
  type Problem,
  startOfDay,
  type VacancyState,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { missing, refuse } from '../subject/problem.rules.ts';
import { deadlineAhead, deadlineProblems } from './vacancy.rules.ts';
import { textsOf } from './vacancy.values.rules.ts';

/** What makes a vacancy public, or changes it while it is. */
export interface Publication {
  readonly change: 'PUBLISHED' | 'AMENDED' | 'EXTENDED';
  readonly now: Temporal.Instant;
  /** The local day in Brussels. */
  readonly today: string;
  /** The first day on which it is public here, by what is recorded; null: it always was. */
  readonly publicSince: string | null;
}

/** What every vacancy keeps to when it is published, and from then on. Content that is loaded is not judged by these. */
export const publicationProblems = (vacancy: VacancyState, publication: Publication): readonly Problem[] => [
  ...(publication.change === 'AMENDED' ? [] : deadlineAhead(vacancy, publication.now)),
  ...publishedByToday(vacancy, publication),
  ...opensBeforeItCloses(vacancy),
  ...closesAfterItOpens(vacancy, publication),
  ...hasSteps(vacancy),
];

/** What is published is published by now: the day it says must not be one to come. */
export function publishedByToday({ publishedOn }: VacancyState, { today }: Publication): readonly Problem[] {
  if (publishedOn === null || publishedOn <= today) return [];
  return [refuse('publishedOn', 'IN_THE_FUTURE', publishedOn, `must be ${today} or earlier in what is published`)];
}

/** A call that opens after its deadline is never open. */
export function opensBeforeItCloses({ opensOn, applicationDeadline }: VacancyState): readonly Problem[] {
  if (opensOn === null || !isLocalDate(opensOn) || deadlineProblems(applicationDeadline).length > 0) return [];
  if (Temporal.Instant.compare(startOfDay(opensOn), closesAt(applicationDeadline)) < 0) return [];
  return [
    refuse('opensOn', 'AFTER_DEADLINE', opensOn, `must not lie after the deadline of ${applicationDeadline.date}`),
  ];
}

/** A notice does not say that it closed before anybody could apply. */
export function closesAfterItOpens(vacancy: VacancyState, publication: Publication): readonly Problem[] {
  const { closedOn } = vacancy;
  const opens = openingDay(vacancy, publication);
  if (closedOn === null || opens === null || closedOn >= opens) return [];
  return [refuse('closedOn', 'BEFORE_OPENING', closedOn, `must be ${opens} or later, when the call opens`)];
}

/**
 * The day on which a call opens: not before it is public here, whatever day it says that it was published on, and not
 * before the day that it states; null when neither is known.
 */
function openingDay({ publishedOn, opensOn }: VacancyState, { publicSince }: Publication): string | null {
  const days = [publicSince, publishedOn, opensOn].filter((day) => day !== null && isLocalDate(day));
  return days.sort().at(-1) ?? null;
}

/** Candidates know by which steps they are selected. */
export const hasSteps = ({ announcedSteps }: VacancyState): readonly Problem[] =>
  announcedSteps.length > 0
    ? []
    : [missing('announcedSteps', 'NO_STEPS', 'must hold at least one step in what is published')];

/**
 * For an institution that publishes in several languages: every text exists in each of them. Full texts do not, since
 * a notice prints what it prints.
 */
export const inEveryLanguage = (vacancy: VacancyState, languages: readonly Language[]): readonly Problem[] =>
  textsOf(vacancy)
    .filter(({ path }) => !path.endsWith('.fullText'))
    .flatMap(({ path, text }) =>
      languages
        .filter((language) => text[language] === null)
        .map((language) =>
          missing(
            `${path}.${language}`,
            'LANGUAGE_MISSING',
            `must be given, since what is published exists in ${languages.map((one) => one.toUpperCase()).join(' and ')}`,
          ),
        ),
    );

/**
 * For a regime with a shortest time to apply in: so many days from the day on which the call opens, itself not counted,
 * to the day of the deadline, which counts. For a notice of which it is not known when it opens, nothing can be said.
 */
export function openForDays(vacancy: VacancyState, days: number, publication: Publication): readonly Problem[] {
  const { applicationDeadline } = vacancy;
  const opens = openingDay(vacancy, publication);
  if (opens === null || deadlineProblems(applicationDeadline).length > 0) return [];
  const earliest = Temporal.PlainDate.from(opens).add({ days }).toString();
  if (applicationDeadline.date >= earliest) return [];
  const rule = `must be ${earliest} or later, ${days} days after the call opens on ${opens}`;
  return [refuse('applicationDeadline.date', 'OPEN_TOO_SHORT', applicationDeadline.date, rule)];
}
