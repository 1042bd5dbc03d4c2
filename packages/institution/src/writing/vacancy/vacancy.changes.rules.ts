import { closesAt, type LocalDeadline, type Problem, RECORDED, type VacancyState } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { isSame } from '../../subject/differences.rules.ts';
import { missing, refuse } from '../../subject/problem.rules.ts';
import { deadlineProblems } from '../../vacancy/vacancy.rules.ts';
import { amended } from '../amended.rules.ts';
import type { Content } from './vacancy.input.rules.ts';

/** A vacancy that nobody but its institution has seen: everything in it was entered in the graph. */
export const draftOf = (content: Content): VacancyState => ({
  ...content,
  notice: null,
  sources: { '': RECORDED },
  publication: 'DRAFT',
  historical: false,
});

/** A draft, made public. What is no draft has been, and stays as it is. */
export const published = (state: VacancyState, today: string): VacancyState =>
  state.publication === 'DRAFT'
    ? { ...amended(state, { publishedOn: state.publishedOn ?? today }), publication: 'PUBLISHED' }
    : state;

/** A draft that is withdrawn no longer holds: it was never there for anybody else. */
export const withdrawn = (state: VacancyState): VacancyState | null =>
  state.publication === 'DRAFT' ? null : { ...state, publication: 'WITHDRAWN' };

/** A deadline is extended to a later one, by day or by time of day. */
export function laterProblems(before: LocalDeadline, after: LocalDeadline): readonly Problem[] {
  if (deadlineProblems(after).length > 0) return [];
  if (Temporal.Instant.compare(closesAt(after), closesAt(before)) > 0) return [];
  const [present, given] = [written(before), written(after)];
  return [
    refuse('applicationDeadline.date', 'NOT_LATER', given, `must be later than the present deadline of ${present}`),
  ];
}

const written = ({ date, timeOfDay }: LocalDeadline): string => (timeOfDay === null ? date : `${date} ${timeOfDay}`);

/** What is decided stays decided: a vacancy that was withdrawn or filled is changed no more. */
export const endedProblems = ({ publication }: VacancyState): readonly Problem[] =>
  publication === 'WITHDRAWN' || publication === 'FILLED'
    ? [refuse('id', 'ENDED', publication, 'must be the id of a vacancy that is not ended')]
    : [];

/** What does not change by amendment once it is public: the deadline, which is extended, and the day it was published. */
export function fixedProblems(before: VacancyState, changes: Partial<Content>): readonly Problem[] {
  const { applicationDeadline, publishedOn } = changes;
  const problems: Problem[] = [];
  if (applicationDeadline !== undefined) {
    const rule = 'must be left out: the deadline of what is public is extended, not amended';
    problems.push(refuse('applicationDeadline', 'EXTEND_INSTEAD', written(applicationDeadline), rule));
  }
  if (publishedOn !== undefined && !isSame(publishedOn, before.publishedOn)) {
    const rule = 'must be left out: the day on which it was published stands';
    problems.push(
      publishedOn === null
        ? missing('publishedOn', 'PUBLISHED_ALREADY', rule)
        : refuse('publishedOn', 'PUBLISHED_ALREADY', publishedOn, rule),
    );
  }
  return problems;
}
