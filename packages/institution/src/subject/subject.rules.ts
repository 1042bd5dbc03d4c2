import {
  closesAt,
  isLocalDate,
  type Problem,
  type SubjectKind,
  type SubjectStates,
  type VacancyState,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { InstitutionRules } from '../institution.rules.ts';

/** What is wrong with a state, whatever institution it is of, and what this institution's own rules add. */
export function stateProblems<K extends SubjectKind>(
  kind: K,
  state: SubjectStates[K],
  now: Temporal.Instant,
  rules: InstitutionRules,
): readonly Problem[] {
  if (kind === 'vacancy') {
    const vacancy = state as VacancyState;
    return [...vacancyProblems(vacancy, now), ...rules.vacancyProblems(vacancy)];
  }
  if (kind === 'budget') return amountProblems('amount.amount', (state as SubjectStates['budget']).amount.amount);
  if (kind === 'headcount') return amountProblems('value', (state as SubjectStates['headcount']).value);
  if (kind === 'line') {
    const line = state as SubjectStates['line'];
    return line.from === line.to
      ? [refuse('to', 'SAME_PARTY', line.to, 'must differ from the party the line starts at')]
      : [];
  }
  return [];
}

function vacancyProblems(vacancy: VacancyState, now: Temporal.Instant): Problem[] {
  const problems: Problem[] = [];
  problems.push(...deadlineProblems(vacancy, now));
  const steps = new Set(vacancy.announcedSteps.map((step) => step.key));
  vacancy.announcedSteps.forEach((step, index) => {
    const path = `announcedSteps[${index}]`;
    if (step.position !== index + 1) {
      problems.push(
        refuse(`${path}.position`, 'OUT_OF_ORDER', step.position, `must be ${index + 1}, the place in the list`),
      );
    }
    const size = step.committeeSize;
    if (size !== null && size.min > size.max) {
      problems.push(
        refuse(`${path}.committeeSize.min`, 'EMPTY_RANGE', size.min, `must be at most the maximum of ${size.max}`),
      );
    }
  });
  if (steps.size !== vacancy.announcedSteps.length) {
    problems.push(
      refuse('announcedSteps', 'DUPLICATE_KEY', [...steps].join(', '), 'must have a key of its own for each step'),
    );
  }
  vacancy.competences.forEach((competence, index) => {
    for (const key of competence.assessedIn.filter((step) => !steps.has(step))) {
      problems.push(refuse(`competences[${index}].assessedIn`, 'UNKNOWN_STEP', key, 'must name announced steps'));
    }
  });
  return problems;
}

function deadlineProblems(
  { applicationDeadline, publication, historical }: VacancyState,
  now: Temporal.Instant,
): Problem[] {
  const { date, timeOfDay } = applicationDeadline;
  const problems: Problem[] = [];
  if (!isLocalDate(date)) {
    const rule = 'must be a day of the calendar, written yyyy-mm-dd';
    problems.push(refuse('applicationDeadline.date', 'INVALID_DATE', date, rule));
  }
  if (timeOfDay !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOfDay)) {
    problems.push(
      refuse('applicationDeadline.timeOfDay', 'INVALID_TIME', timeOfDay, 'must be a time of the day, written HH:MM'),
    );
  }
  if (problems.length > 0 || publication !== 'PUBLISHED' || historical) return problems;
  if (Temporal.Instant.compare(closesAt(applicationDeadline), now) > 0) return [];
  return [
    refuse('applicationDeadline.date', 'IN_THE_PAST', date, 'must lie in the future when a vacancy is published'),
  ];
}

function amountProblems(path: string, amount: string): Problem[] {
  if (/^\d{1,15}(\.\d{1,6})?$/.test(amount)) return [];
  return [refuse(path, 'INVALID_DECIMAL', amount, 'must be a decimal number of zero or more')];
}

const refuse = (path: string, code: string, value: unknown, rule: string): Problem => ({
  path,
  code,
  value: String(value),
  rule: `${path} ${rule}, but got: ${value}.`,
});
