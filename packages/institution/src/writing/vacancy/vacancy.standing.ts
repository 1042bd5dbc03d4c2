import type { Problem, VacancyState } from '@mandate-graph/domain';
import { stateOn } from '../../subject/periods.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import type { Knowledge } from '../knowledge.ts';

/**
 * What one can apply for is a post in units that are there on the day. That they are known at all is checked of every
 * state; a call that has closed may go on naming what has gone since.
 */
export async function placeProblems(
  { position, unitsConcerned = [] }: Partial<Pick<VacancyState, 'position' | 'unitsConcerned'>>,
  knowledge: Knowledge,
): Promise<readonly Problem[]> {
  const [posts, units] = [
    await knowledge.find('position', position === undefined ? [] : [position]),
    await knowledge.find('unit', unitsConcerned),
  ];
  const named = [
    ...posts.map((known) => ({ path: 'position', known })),
    ...units.map((known, index) => ({ path: `unitsConcerned[${index}]`, known })),
  ];
  return named.flatMap(({ path, known }) =>
    known === null || stateOn<unknown>(known.periods, knowledge.today) !== null
      ? []
      : [refuse(path, 'NOT_THERE_TODAY', known.id, `must hold on ${knowledge.today}`)],
  );
}

/** A selection code leads to one vacancy of the institution. */
export async function selectionCodeProblems(
  id: string,
  { selectionCode = null }: Partial<Pick<VacancyState, 'selectionCode'>>,
  knowledge: Knowledge,
): Promise<readonly Problem[]> {
  if (selectionCode === null) return [];
  const other = await knowledge.otherWithSelectionCode(selectionCode, id);
  if (other === null) return [];
  return [
    refuse('selectionCode', 'TAKEN', selectionCode, `must be one that no other vacancy has, and ${other} has it`),
  ];
}
