import { isLocalDate, LANGUAGES, type LocalizedText, type Problem, type VacancyState } from '@mandate-graph/domain';
import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { missing, refuse } from '../subject/problem.rules.ts';

/** Whether each value of a vacancy can be what it is meant to be, whatever the others say. */
export const valueProblems = (vacancy: VacancyState): readonly Problem[] => [
  ...textsOf(vacancy).flatMap(({ path, text }) => textProblems(path, text)),
  ...addressProblems(vacancy),
  ...dayProblems(vacancy),
  ...durationProblems(vacancy),
  ...amountProblems(vacancy),
  ...countProblems(vacancy),
];

interface TextAt {
  readonly path: string;
  readonly text: LocalizedText;
}

/** Every text of a state, with its path. */
export function textsOf(value: unknown, path = ''): readonly TextAt[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, `${path}[${index}]`));
  if (isText(value)) return [{ path, text: value }];
  return Object.entries(value)
    .filter(([name]) => path !== '' || name !== 'sources')
    .flatMap(([name, one]) => textsOf(one, path === '' ? name : `${path}.${name}`));
}

const isText = (value: object): value is LocalizedText => 'original' in value && 'nl' in value;

function textProblems(path: string, text: LocalizedText): Problem[] {
  if (LANGUAGES.every((language) => text[language] === null)) {
    return [missing(path, 'NO_LANGUAGE', 'must have a text in at least one language')];
  }
  if (text.original === null || text[text.original] !== null) return [];
  return [refuse(`${path}.original`, 'NO_ORIGINAL', text.original.toUpperCase(), 'must be a language the text is in')];
}

const EMAIL =
  /^[^\s@<>(),;:"[\]\\]{1,64}@(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;
const MAX_URL = 2_000;

const addressProblems = ({ contactPoints, links }: VacancyState): Problem[] => [
  ...contactPoints.flatMap(({ email }, index) =>
    email === null || EMAIL.test(email)
      ? []
      : [refuse(`contactPoints[${index}].email`, 'INVALID_EMAIL', email, 'must be an e-mail address: name@domain')],
  ),
  ...links.flatMap(({ url }, index) =>
    isWebAddress(url)
      ? []
      : [
          refuse(
            `links[${index}].url`,
            'INVALID_URL',
            url,
            'must be a web address that starts with http:// or https://',
          ),
        ],
  ),
];

/** A page of the web and nothing else: a link of another scheme could run in the reader's browser. */
const isWebAddress = (url: string): boolean => {
  if (url.length > MAX_URL || !/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

function dayProblems(vacancy: VacancyState): Problem[] {
  const days: Record<string, string | null> = {
    publishedOn: vacancy.publishedOn,
    opensOn: vacancy.opensOn,
    closedOn: vacancy.closedOn,
    'mandate.startsOn': vacancy.mandate?.startsOn ?? null,
    'mandate.endsOn': vacancy.mandate?.endsOn ?? null,
    'pay.indexDate': vacancy.pay.indexDate,
  };
  vacancy.rights.forEach((right, index) => {
    days[`rights[${index}].legalBasis.date`] = right.legalBasis?.date ?? null;
  });
  return Object.entries(days).flatMap(([path, day]) =>
    day === null || isLocalDate(day)
      ? []
      : [refuse(path, 'INVALID_DATE', day, 'must be a day of the calendar, written yyyy-mm-dd')],
  );
}

function durationProblems({ mandate, announcedSteps, testRegistration, rights }: VacancyState): Problem[] {
  const durations: Record<string, string | null> = {
    'mandate.duration': mandate?.duration ?? null,
    'testRegistration.cancelAtLatest': testRegistration?.cancelAtLatest ?? null,
    'testRegistration.cancelAsked': testRegistration?.cancelAsked ?? null,
  };
  announcedSteps.forEach((step, index) => {
    step.rules.forEach((rule, at) => {
      durations[`announcedSteps[${index}].rules[${at}].duration`] = rule.duration;
    });
  });
  rights.forEach((right, index) => {
    durations[`rights[${index}].duration`] = right.duration;
  });
  return Object.entries(durations).flatMap(([path, duration]) =>
    duration === null || isDuration(duration)
      ? []
      : [refuse(path, 'INVALID_DURATION', duration, 'must be an ISO 8601 duration of more than nothing, such as P6Y')],
  );
}

function isDuration(text: string): boolean {
  try {
    return Temporal.Duration.from(text).sign === 1;
  } catch {
    return false;
  }
}

const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;
const DECIMAL_RULE = 'must be a decimal number of zero or more';

function amountProblems({ pay, announcedSteps }: VacancyState): Problem[] {
  const money = [
    { path: 'pay.grossAnnualSalary', amount: pay.grossAnnualSalary },
    { path: 'pay.mobilityBudget', amount: pay.mobilityBudget },
  ];
  return [
    ...money.flatMap(({ path, amount }) =>
      amount === null
        ? []
        : [
            ...(DECIMAL.test(amount.amount)
              ? []
              : [refuse(`${path}.amount`, 'INVALID_DECIMAL', amount.amount, DECIMAL_RULE)]),
            ...(amount.currency === 'EUR'
              ? []
              : [refuse(`${path}.currency`, 'UNKNOWN_CURRENCY', amount.currency, 'must be EUR')]),
          ],
    ),
    ...announcedSteps.flatMap(({ passMark }, index) =>
      passMark === null ? [] : passMarkProblems(`announcedSteps[${index}].passMark`, passMark),
    ),
  ];
}

function passMarkProblems(path: string, { atLeast, outOf }: { atLeast: string; outOf: string }): Problem[] {
  const wrong = Object.entries({ atLeast, outOf }).filter(([, mark]) => !DECIMAL.test(mark));
  if (wrong.length > 0) {
    return wrong.map(([name, mark]) => refuse(`${path}.${name}`, 'INVALID_DECIMAL', mark, DECIMAL_RULE));
  }
  if (Big(atLeast).lte(outOf)) return [];
  return [refuse(`${path}.atLeast`, 'EMPTY_RANGE', atLeast, `must be at most the highest mark of ${outOf}`)];
}

function countProblems(vacancy: VacancyState): Problem[] {
  const counts: Record<string, number | null> = {
    vacantPositions: vacancy.vacantPositions,
    'pay.salaryBand': vacancy.pay.salaryBand,
    'documentRules.maxBytes': vacancy.documentRules?.maxBytes ?? null,
  };
  const classes = (path: string, list: readonly number[] | null): void =>
    list?.forEach((one, index) => {
      counts[`${path}[${index}]`] = one;
    });
  classes('weightingClasses', vacancy.weightingClasses);
  vacancy.announcedSteps.forEach((step, index) => {
    const path = `announcedSteps[${index}]`;
    classes(`${path}.weightingClasses`, step.weightingClasses);
    counts[`${path}.testCount`] = step.testCount;
    counts[`${path}.duration.minutes`] = step.duration?.minutes ?? null;
    counts[`${path}.committeeSize.min`] = step.committeeSize?.min ?? null;
  });
  return Object.entries(counts).flatMap(([path, count]) =>
    count === null || count >= 1 ? [] : [refuse(path, 'OUT_OF_RANGE', count, 'must be 1 or more')],
  );
}
