import {
  closesAt,
  type EligibilityRule,
  isLocalDate,
  type LocalDeadline,
  type Problem,
  type VacancyState,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { missing, refuse } from '../subject/problem.rules.ts';
import { valueProblems } from './vacancy.values.rules.ts';

/** What is wrong with any state of a vacancy, a draft's included: what could not be read, or not be carried out. */
export const vacancyProblems = (vacancy: VacancyState): readonly Problem[] => [
  ...deadlineProblems(vacancy.applicationDeadline),
  ...keyProblems(vacancy),
  ...stepProblems(vacancy),
  ...conditionProblems(vacancy),
  ...mandateProblems(vacancy),
  ...valueProblems(vacancy),
];

/** A deadline still lies ahead. */
export function deadlineAhead(
  { applicationDeadline }: Pick<VacancyState, 'applicationDeadline'>,
  now: Temporal.Instant,
): readonly Problem[] {
  if (deadlineProblems(applicationDeadline).length > 0) return [];
  if (Temporal.Instant.compare(closesAt(applicationDeadline), now) > 0) return [];
  const { date, timeOfDay } = applicationDeadline;
  const given = timeOfDay === null ? date : `${date} ${timeOfDay}`;
  return [refuse('applicationDeadline.date', 'IN_THE_PAST', given, 'must lie in the future')];
}

export function deadlineProblems({ date, timeOfDay }: LocalDeadline): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isLocalDate(date)) {
    const rule = 'must be a day of the calendar, written yyyy-mm-dd';
    problems.push(refuse('applicationDeadline.date', 'INVALID_DATE', date, rule));
  }
  if (timeOfDay !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOfDay)) {
    const rule = 'must be a time of the day, written HH:MM';
    problems.push(refuse('applicationDeadline.timeOfDay', 'INVALID_TIME', timeOfDay, rule));
  }
  return problems;
}

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_KEY = 100;

/** What has a key is found by it, so the key has one form, and is its own. */
function keyProblems(vacancy: VacancyState): Problem[] {
  const keyed = {
    responsibilities: vacancy.responsibilities,
    resultAreas: vacancy.resultAreas,
    competences: vacancy.competences,
    announcedSteps: vacancy.announcedSteps,
    rights: vacancy.rights,
  };
  return [
    ...Object.entries(keyed).flatMap(([path, list]) =>
      oneEach(list.map(({ key }, index) => ({ path: `${path}[${index}].key`, key }))),
    ),
    ...oneEach(nodesOf('participationConditions', vacancy.participationConditions)),
    ...oneEach(nodesOf('appointmentConditions', vacancy.appointmentConditions)),
  ];
}

interface Keyed {
  readonly path: string;
  readonly key: string;
}

function oneEach(keyed: readonly Keyed[]): Problem[] {
  const seen = new Set<string>();
  return keyed.flatMap(({ path, key }) => {
    const again = seen.has(key);
    seen.add(key);
    if (!KEY.test(key) || key.length > MAX_KEY) {
      const rule = `must be lower-case letters, digits and hyphens, at most ${MAX_KEY}`;
      return [refuse(path, 'INVALID_SLUG', key, rule)];
    }
    return again ? [refuse(path, 'DUPLICATE_KEY', key, 'must be a key that nothing else in its list has')] : [];
  });
}

const nodesOf = (path: string, rule: EligibilityRule | null): Keyed[] =>
  rulesBelow(path, rule).map((node) => ({ path: `${node.path}.key`, key: node.rule.key }));

/** A tree of conditions as a list, each with its path. */
const rulesBelow = (path: string, rule: EligibilityRule | null): { path: string; rule: EligibilityRule }[] =>
  rule === null
    ? []
    : [
        { path, rule },
        ...(rule.operator === 'CONDITION'
          ? []
          : rule.rules.flatMap((below, index) => rulesBelow(`${path}.rules[${index}]`, below))),
      ];

/** A group of no conditions would be met by everybody, or by nobody. */
const conditionProblems = ({ participationConditions, appointmentConditions }: VacancyState): Problem[] =>
  [
    ...rulesBelow('participationConditions', participationConditions),
    ...rulesBelow('appointmentConditions', appointmentConditions),
  ].flatMap(({ path, rule }) =>
    rule.operator !== 'CONDITION' && rule.rules.length === 0
      ? [missing(`${path}.rules`, 'EMPTY_GROUP', `must hold at least one rule for ${rule.operator}`)]
      : [],
  );

function stepProblems({ announcedSteps, competences }: VacancyState): Problem[] {
  const keys = new Set(announcedSteps.map((step) => step.key));
  return [
    ...announcedSteps.flatMap(({ position, committeeSize: size }, index) => {
      const path = `announcedSteps[${index}]`;
      const place = `must be ${index + 1}, the place in the list`;
      return [
        ...(position === index + 1 ? [] : [refuse(`${path}.position`, 'OUT_OF_ORDER', position, place)]),
        ...(size === null || size.min <= size.max
          ? []
          : [
              refuse(
                `${path}.committeeSize.min`,
                'EMPTY_RANGE',
                size.min,
                `must be at most the maximum of ${size.max}`,
              ),
            ]),
      ];
    }),
    ...competences.flatMap(({ assessedIn }, index) =>
      assessedIn
        .filter((step) => !keys.has(step))
        .map((step) => refuse(`competences[${index}].assessedIn`, 'UNKNOWN_STEP', step, 'must name announced steps')),
    ),
  ];
}

/** A mandate does not end before it starts. */
function mandateProblems({ mandate }: VacancyState): Problem[] {
  if (mandate === null || mandate.startsOn === null || mandate.endsOn === null) return [];
  if (mandate.startsOn <= mandate.endsOn) return [];
  return [refuse('mandate.endsOn', 'EMPTY_RANGE', mandate.endsOn, `must not lie before ${mandate.startsOn}`)];
}
