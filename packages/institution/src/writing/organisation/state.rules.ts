import {
  type BudgetState,
  type HeadcountState,
  type HolderState,
  type Problem,
  RECORDED,
  type Sourced,
} from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import type { Facts, OrganisationKind } from './facts.rules.ts';

/**
 * The state with other facts. Those that differ are from then on what the institution entered in the graph; where they
 * and their parts came from before is no longer true.
 */
export function amended<S extends Sourced>(state: S, patch: Partial<Facts<S>>): S {
  const changed = Object.entries(patch).filter(([name, value]) => !isSame(state[name as keyof S], value));
  if (changed.length === 0) return state;
  const names = changed.map(([name]) => name);
  const within = (path: string): boolean => names.includes(path.split(/[.[]/, 1)[0]!);
  const kept = Object.entries(state.sources).filter(([path]) => !within(path));
  const entered = isSame(state.sources[''], RECORDED) ? [] : names.map((name) => [name, RECORDED] as const);
  return { ...state, ...Object.fromEntries(changed), sources: Object.fromEntries([...kept, ...entered]) };
}

type Judge<S> = (state: S, path: string) => readonly Problem[];

const holder: Judge<HolderState> = ({ status, languageRole, startsOn, endsOn }, path) => {
  const problems: Problem[] = [];
  if (status !== 'HELD') {
    for (const [name, value] of Object.entries({ languageRole, startsOn, endsOn })) {
      if (value === null) continue;
      problems.push(
        refuse(`${path}${name}`, 'NOBODY_HOLDS_IT', value, `must be left out when the status is ${status}`),
      );
    }
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    problems.push(refuse(`${path}endsOn`, 'EMPTY_RANGE', endsOn, `must not be before ${startsOn}, the day it starts`));
  }
  return problems;
};

const budget: Judge<BudgetState> = ({ kind, position }, path) =>
  kind === 'MANAGED_BY_HOLDER' || position === null
    ? []
    : [refuse(`${path}position`, 'NOT_OF_A_POST', position, 'must be left out unless kind is MANAGED_BY_HOLDER')];

const headcount: Judge<HeadcountState> = ({ unitOfMeasure, value, unit, position }, path) => {
  const problems: Problem[] = [];
  if (unitOfMeasure === 'PERSONS' && /^\d+\.0*[1-9]/.test(value)) {
    problems.push(refuse(`${path}value`, 'NOT_WHOLE', value, 'must be a whole number of persons'));
  }
  if (unit === null && position === null) {
    problems.push(refuse(`${path}unit`, 'OF_NOBODY', null, 'must be given, or else position'));
  }
  return problems;
};

const JUDGES = { holder, budget, headcount } as { readonly [K in OrganisationKind]?: Judge<never> };

/** What is wrong with facts only beside one another. */
export const togetherProblems = (kind: OrganisationKind, state: Sourced, path: string): readonly Problem[] =>
  JUDGES[kind]?.(state as never, path) ?? [];
