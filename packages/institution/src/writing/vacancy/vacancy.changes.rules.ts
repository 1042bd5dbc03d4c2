import {
  closesAt,
  type LocalDeadline,
  type Problem,
  RECORDED,
  type Sources,
  type VacancyState,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { isSame } from '../../subject/differences.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import { deadlineProblems } from '../../vacancy/vacancy.rules.ts';
import { CONTENT_FIELDS, type Content } from './vacancy.input.rules.ts';

/** A vacancy that nobody but its institution has seen: everything in it was entered in the graph. */
export const draftOf = (content: Content): VacancyState => ({
  ...content,
  notice: null,
  sources: { '': RECORDED },
  publication: 'DRAFT',
  historical: false,
});

/** The state with what is changed in the place of what there was, and entered in the graph as from now. */
export function amended(state: VacancyState, changes: Partial<Content>): VacancyState {
  const after = { ...state, ...changes };
  return { ...after, sources: sourcesAfter(state, after) };
}

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

/**
 * The source of a field that changed is that it was recorded; what was said of its parts no longer counts, except of
 * members of a list that stayed what and where they were.
 */
function sourcesAfter(before: VacancyState, after: VacancyState): Sources {
  if (before.sources['']?.status === 'RECORDED') return before.sources;
  const changed = CONTENT_FIELDS.filter((field) => !isSame(before[field], after[field]));
  const kept = Object.entries(before.sources).filter(([path]) =>
    changed.every((field) => !isWithin(path, field) || memberStayed(path, before[field], after[field])),
  );
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed.map((field) => [field, RECORDED])) };
}

const isWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);

function memberStayed(path: string, before: unknown, after: unknown): boolean {
  const [, place] = /^[A-Za-z]+\[(\d+)\]/.exec(path) ?? [];
  if (place === undefined || !Array.isArray(before) || !Array.isArray(after)) return false;
  const index = Number(place);
  return index < after.length && isSame(before[index], after[index]);
}
