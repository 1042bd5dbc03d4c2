import type { LineState, Problem, UnitState } from '@mandate-graph/domain';
import { missing, refuse } from '../../subject/problem.rules.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { newId } from '../new-id.ts';
import { isPlaceInTree } from './follow.rules.ts';
import { parentProblems } from './plan.parts.ts';
import type { SplitUnitInput } from './reorganisation.input.ts';
import { isInItself, stateGiven } from './subject.plans.ts';

/** A unit that another becomes. */
export interface Part {
  readonly local: string;
  readonly id: string;
  readonly state: UnitState;
}

/** By subject, the ids of the units it goes to. */
export type Assigned = ReadonlyMap<string, readonly string[]>;

/** The units it becomes, with a problem for each that cannot be. */
export async function partsOf(
  { successors, goesOn }: SplitUnitInput,
  knowledge: Knowledge,
  day: string,
  problems: Problem[],
): Promise<readonly Part[]> {
  const least = goesOn ? 1 : 2;
  if (successors.length < least) {
    problems.push(
      missing(`successors[${least - 1}]`, 'REQUIRED', `must be given: at least ${least} when goesOn is ${goesOn}`),
    );
  }
  const parts: Part[] = [];
  for (const [index, { local, unit }] of successors.entries()) {
    const path = `successors[${index}]`;
    const state = stateGiven('unit', unit, `${path}.unit.`, problems);
    const id = await newId('unit', local, knowledge, problems, `${path}.local`);
    if (!isInItself(id, state, `${path}.unit.`, problems)) {
      problems.push(...(await parentProblems(state, day, knowledge, `${path}.unit.`)));
    }
    if (parts.some((part) => part.local === local)) {
      problems.push(refuse(`${path}.local`, 'TWICE', local, 'must not be there twice'));
    }
    parts.push({ local, id, state });
  }
  return parts;
}

/** Where everything goes, with a problem for each assignment that cannot be and for each that is missing. */
export function assignments(
  input: SplitUnitInput,
  unit: Known<'unit'>,
  parts: readonly Part[],
  belonging: readonly Known[],
  day: string,
  problems: Problem[],
): Assigned {
  const assignable = new Map(belonging.filter((one) => isAssignable(one, unit)).map((one) => [one.id, one]));
  const assigned = new Map<string, string[]>();
  input.assignments.forEach(({ subject, to }, index) => {
    const path = `assignments[${index}]`;
    const part = parts.find(({ local }) => local === to);
    const known = assignable.get(subject);
    if (part === undefined)
      problems.push(refuse(`${path}.to`, 'UNKNOWN_SUCCESSOR', to, 'must be the local of a successor'));
    if (known === undefined) {
      const rule = `must be a unit, position, body or line of ${unit.id} from ${day} on; what says its place in the tree goes with it`;
      problems.push(refuse(`${path}.subject`, 'NOT_OF_THE_UNIT', subject, rule));
    }
    if (part === undefined || known === undefined) return;
    const others = assigned.get(subject) ?? [];
    if (others.includes(part.id) || (others.length > 0 && known.kind !== 'position')) {
      problems.push(refuse(`${path}.subject`, 'TWICE', subject, 'must be assigned once'));
    } else assigned.set(subject, [...others, part.id]);
  });
  if (input.goesOn) return assigned;
  for (const { id, kind } of assignable.values()) {
    if (kind === 'line' || assigned.has(id)) continue;
    const rule = `assignments must say where ${id} goes, which belongs to the unit from ${day} on.`;
    problems.push({ path: 'assignments', code: 'NOT_ASSIGNED', value: id, rule });
  }
  return assigned;
}

const HAS_A_PLACE: ReadonlySet<string> = new Set(['unit', 'position', 'body']);

const isAssignable = (known: Known, unit: Known<'unit'>): boolean => {
  if (known.kind !== 'line') return HAS_A_PLACE.has(known.kind);
  const parents = unit.periods.map(({ state }) => state.parent);
  return known.periods.some(({ state }) => {
    const line = state as LineState;
    return !parents.some((parent) => isPlaceInTree(line, unit.id, parent));
  });
};
