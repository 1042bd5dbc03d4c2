import type { BodyState, LocalizedText, PositionState, UnitState } from '@mandate-graph/domain';
import { type Fragment, Fragments } from '../search/fragment.rules.ts';

export type PartyKind = 'unit' | 'position' | 'body';
export type PartyState = UnitState | PositionState | BodyState;

export const nameOf = (state: PartyState): LocalizedText => ('title' in state ? state.title : state.name);

/** The names of a party, by which vacancies are found too, and what a unit does. */
export function partyFragments(state: PartyState): readonly Fragment[] {
  const names = new Fragments(true).text('A', nameOf(state));
  if ('abbreviation' in state) names.word('A', state.abbreviation);
  if ('aliases' in state) names.words('A', state.aliases);
  if (!('tasks' in state)) return names.all();
  return [...names.all(), ...new Fragments().passage('C', state.mission).passages('C', state.tasks).all()];
}
