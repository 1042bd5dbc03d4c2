import {
  type BudgetState,
  type HeadcountState,
  type HolderState,
  type Problem,
  type Sourced,
} from '@mandate-graph/domain';
import { refuse } from '../../subject/problem.rules.ts';
import type { OrganisationKind } from './facts.rules.ts';

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
