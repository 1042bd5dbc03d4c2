import type { Problem, SubjectKind, SubjectStates, VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { InstitutionRules } from '../institution.rules.ts';
import { deadlineAhead, vacancyProblems } from '../vacancy/vacancy.rules.ts';
import { refuse } from './problem.rules.ts';

/** In which circumstances a state is recorded. */
export interface Circumstances {
  readonly now: Temporal.Instant;
  /** Whether nothing was known of the subject before. */
  readonly isNew: boolean;
}

/** What is wrong with a state, whatever institution it is of, and what this institution's own rules add. */
export function stateProblems<K extends SubjectKind>(
  kind: K,
  state: SubjectStates[K],
  { now, isNew }: Circumstances,
  rules: InstitutionRules,
): readonly Problem[] {
  if (kind === 'vacancy') {
    const vacancy = state as VacancyState;
    if (vacancy.publication === 'DRAFT') return vacancyProblems(vacancy);
    return [
      ...vacancyProblems(vacancy),
      // A deadline passes. It must lie ahead when there is first one, unless the notice is one of the past.
      ...(isNew && vacancy.publication === 'PUBLISHED' && !vacancy.historical ? deadlineAhead(vacancy, now) : []),
      ...rules.vacancyProblems(vacancy),
    ];
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

function amountProblems(path: string, amount: string): Problem[] {
  if (/^\d{1,15}(\.\d{1,6})?$/.test(amount)) return [];
  return [refuse(path, 'INVALID_DECIMAL', amount, 'must be a decimal number of zero or more')];
}
