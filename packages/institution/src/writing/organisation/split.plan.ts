import {
  type LineState,
  type Problem,
  RECORDED,
  type SubjectKind,
  type SubjectStates,
  type UnitState,
} from '@mandate-graph/domain';
import { stateOn } from '../../subject/periods.rules.ts';
import { missing, refuse } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan } from '../write.service.ts';
import { changedOver, isPlaceInTree, redirected, stretches } from './follow.rules.ts';
import {
  changeOf,
  creation,
  following,
  holdsThen,
  isLater,
  newId,
  ownersOf,
  parentProblems,
  planOf,
  reorganisation,
  since,
  startOf,
  until,
} from './plan.parts.ts';
import type { SplitUnitInput } from './reorganisation.input.ts';
import { amended } from './state.rules.ts';
import { isInItself, stateGiven } from './subject.plans.ts';

interface Part {
  readonly local: string;
  readonly id: string;
  readonly state: UnitState;
}

/** By subject, the ids of the units it goes to. */
type Assigned = ReadonlyMap<string, readonly string[]>;

/** A unit becomes several from a day on, or goes on beside those that split off. Whatever has a place in it is assigned. */
export async function splitUnit(input: SplitUnitInput, knowledge: Knowledge): Promise<Plan> {
  const { reason, goesOn } = input;
  const problems: Problem[] = [];
  const day = startOf(input, knowledge);
  const unit = await knowledge.at('unit', input.id, input.version, problems);
  const parts = await partsOf(input, knowledge, day, problems);
  if (unit === null || !holdsThen(unit as Known, day, problems) || parts === null) return { problems };
  const belonging = (await knowledge.belonging([unit.id])).filter((one) =>
    isLater<typeof one.kind>(one, day, (state) => ownersOf(one.kind, state).includes(unit.id)),
  );
  const assigned = assignments(input, unit, parts, belonging, day, problems);
  if (problems.length > 0) return { problems };
  const split = new Split(unit, belonging, assigned, goesOn, day);
  const successors = [...parts.map(({ id }) => id), ...(goesOn ? [unit.id] : [])];
  const recordings = [
    changeOf(unit, 'SPLIT', goesOn ? unit.periods : until(unit.periods, day), reason),
    ...parts.map(({ id, state }) => creation('unit', id, since(day, state), reason)),
    ...belonging.flatMap((one) => following(one, split.after(one), reason)),
    ...(await placesInTree(parts, split, knowledge, day, reason)),
    reorganisation(knowledge, 'SPLIT', { predecessors: [unit.id], successors }, day, reason),
  ];
  return planOf(recordings as readonly Recording[], day, problems);
}

async function partsOf(
  { successors, goesOn }: SplitUnitInput,
  knowledge: Knowledge,
  day: string,
  problems: Problem[],
): Promise<readonly Part[] | null> {
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
    if (id === null || isInItself(id, state, `${path}.unit.`, problems)) continue;
    problems.push(...(await parentProblems(state, day, knowledge, `${path}.unit.`)));
    if (parts.some((part) => part.id === id)) {
      problems.push(refuse(`${path}.local`, 'TWICE', local, 'must not be there twice'));
    } else parts.push({ local, id, state });
  }
  return parts.length === successors.length ? parts : null;
}

/** Where everything goes, with a problem for each assignment that cannot be and for each that is missing. */
function assignments(
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

/** The line that says what the unit is part of, said of each of its parts. */
async function placesInTree(
  parts: readonly Part[],
  split: Split,
  knowledge: Knowledge,
  day: string,
  reason: string,
): Promise<readonly Recording[]> {
  const { placeInTree: line } = split;
  if (line === null) return [];
  const places = parts.filter(({ state }) => state.parent !== null);
  return Promise.all(
    places.map(async ({ id: from, state: { parent } }) => {
      const state: LineState = { ...line, from, to: parent!, notice: null, sources: { '': RECORDED } };
      const id = (await newId('line', null, knowledge, []))!;
      return creation('line', id, since(day, state), reason) as Recording;
    }),
  );
}

/** What becomes of everything around a unit that is split. */
class Split {
  readonly #spans;

  constructor(
    private readonly unit: Known<'unit'>,
    private readonly belonging: readonly Known[],
    private readonly assigned: Assigned,
    private readonly goesOn: boolean,
    private readonly day: string,
  ) {
    this.#spans = stretches(day, unit.periods, ...belonging.map(({ periods }) => periods));
  }

  after({ id, kind, periods }: Known): Known['periods'] {
    const after = (AFTER as Partial<Record<SubjectKind, unknown>>)[kind] as
      | ((state: unknown, split: Split, id: string, on: string) => never)
      | undefined;
    return after === undefined ? periods : changedOver(periods, this.#spans, (state, on) => after(state, this, id, on));
  }

  /** What says on the day of the split that the unit is part of its parent. */
  get placeInTree(): LineState | null {
    const parent = stateOn(this.unit.periods, this.day)?.parent ?? null;
    const lines = this.belonging.filter(({ kind }) => kind === 'line') as unknown as readonly Known<'line'>[];
    const now = lines.map(({ periods }) => stateOn(periods, this.day));
    return now.find((line) => line !== null && isPlaceInTree(line, this.unit.id, parent)) ?? null;
  }

  is(id: string | null): boolean {
    return id === this.unit.id;
  }

  /** Where something goes: to the unit itself as long as that goes on. */
  goesTo(id: string): readonly string[] {
    return this.assigned.get(id) ?? [this.unit.id];
  }

  /** A line goes where it is assigned; one that says what is part of the unit goes with that, and others end with it. */
  lineAfter(line: LineState, id: string, on: string): LineState | null {
    const to = this.assigned.get(id)?.[0] ?? this.#childGoesTo(line, on);
    if (to !== undefined) return redirected(line, (party) => (party === this.unit.id ? to : party));
    return this.goesOn ? line : null;
  }

  #childGoesTo(line: LineState, on: string): string | undefined {
    const child = this.belonging.find(({ id, kind }) => id === line.from && kind === 'unit') as
      | Known<'unit'>
      | undefined;
    const isChild = child !== undefined && stateOn(child.periods, on)?.parent === this.unit.id;
    return isChild && isPlaceInTree(line, child.id, this.unit.id) ? this.assigned.get(child.id)?.[0] : undefined;
  }
}

const AFTER: {
  readonly [K in 'unit' | 'position' | 'body' | 'budget' | 'headcount' | 'line']: (
    state: SubjectStates[K],
    split: Split,
    id: string,
    on: string,
  ) => SubjectStates[K] | null;
} = {
  unit: (unit, split, id) => {
    const [parent] = split.goesTo(id) as [string];
    return !split.is(unit.parent) || split.is(parent) ? unit : amended(unit, { parent, ordinal: null });
  },
  position: (position, split, id) => {
    const units = position.units.flatMap((one) => (split.is(one) ? split.goesTo(id) : [one]));
    return amended(position, { units: [...new Set(units)] });
  },
  body: (body, split, id) => (split.is(body.unit) ? amended(body, { unit: split.goesTo(id)[0]! }) : body),
  line: (line, split, id, on) => (split.is(line.from) || split.is(line.to) ? split.lineAfter(line, id, on) : line),
  budget: (budget, split) => (split.is(budget.unit) ? null : budget),
  headcount: (headcount, split) => (split.is(headcount.unit) ? null : headcount),
};
