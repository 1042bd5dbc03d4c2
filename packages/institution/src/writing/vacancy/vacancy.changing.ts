import type { Period, Problem, VacancyState } from '@mandate-graph/domain';
import { changedWithin, stateOn } from '../../subject/periods.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import { type Publication, publicationProblems } from '../../vacancy/publication.rules.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan } from '../write.service.ts';

export interface Changing {
  readonly known: Known<'vacancy'>;
  /** As it is today. */
  readonly state: VacancyState;
  /** To be added to. */
  readonly problems: Problem[];
}

export interface Changed {
  readonly change: 'AMENDED' | 'PUBLISHED' | 'EXTENDED' | 'WITHDRAWN' | 'ENDED';
  readonly reason: string | null;
  readonly periods: readonly Period<VacancyState>[];
  readonly inputPath?: string;
}

/** What all changes of a vacancy begin and end with. */
export async function changing(
  { id, version }: { readonly id: string; readonly version: number },
  knowledge: Knowledge,
  change: (changing: Changing) => Promise<Changed>,
  /** What is wrong already, whatever is known of the vacancy. */
  problems: Problem[] = [],
): Promise<Plan> {
  const known = await knowledge.at('vacancy', id, version, problems);
  const state = known === null ? null : stateOn(known.periods, knowledge.today);
  if (known === null) return { problems };
  if (state === null) {
    return { problems: [...problems, refuse('id', 'NOT_VALID_TODAY', id, 'must be a vacancy that holds today')] };
  }
  const { inputPath = '', ...recording } = await change({ known, state, problems });
  return {
    problems,
    recordings: [{ kind: 'vacancy', id, expectedVersion: version, ...recording }],
    answer: [{ id, day: knowledge.today }],
    inputPath,
  };
}

export const fromToday = (
  { periods }: Known<'vacancy'>,
  { today }: Knowledge,
  change: (state: VacancyState) => VacancyState | null,
): readonly Period<VacancyState>[] => changedWithin(periods, { from: today, to: null }, change);

/** What the rules of publication say of what will be public today, and later. */
export function judged(
  periods: readonly Period<VacancyState>[],
  change: Publication['change'],
  { now, today, rules }: Knowledge,
): readonly Problem[] {
  const first = periods.find(({ state }) => state.publication !== 'DRAFT');
  const publication = { change, now, today, publicSince: first?.validFrom ?? null };
  return periods
    .filter(({ validTo, state }) => (validTo === null || validTo > today) && state.publication === 'PUBLISHED')
    .flatMap(({ state }) => [
      ...publicationProblems(state, publication),
      ...(rules.publicationProblems?.(state, publication) ?? []),
    ]);
}
