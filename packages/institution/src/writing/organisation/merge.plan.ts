import type { Problem, SubjectKind, SubjectStates } from '@mandate-graph/domain';
import { stateOn } from '../../subject/periods.rules.ts';
import { missing, refuse } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import { amended } from '../amended.rules.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { newId } from '../new-id.ts';
import type { Plan } from '../write.service.ts';
import { changedOver, isPlaceInTree, placedInTree, redirected, stretches } from './follow.rules.ts';
import {
  changeOf,
  creation,
  following,
  holdsThen,
  parentProblems,
  planOf,
  reorganisation,
  since,
  startOf,
  until,
} from './plan.parts.ts';
import type { MergeUnitsInput, SuccessorInput } from './reorganisation.input.ts';
import { untold } from './reorganisation.records.ts';
import { isInItself, stateGiven } from './subject.plans.ts';
import { linesAmong, recordedLines } from './unit.plans.ts';

type Unit = Known<'unit'>;
type Periods = Unit['periods'];

/** The unit others merge into: version 0 for a new one. */
interface Successor extends Omit<Unit, 'kind'> {
  readonly kind: 'unit';
}

/** Units become one from a day on. What belongs to them belongs to it; figures end, since a sum would be a guess. */
export async function mergeUnits(input: MergeUnitsInput, knowledge: Knowledge): Promise<Plan> {
  const { reason } = input;
  const problems: Problem[] = [];
  const day = startOf(input, knowledge);
  const predecessors = await predecessorsOf(input, knowledge, day, problems);
  const successor = await successorOf(input.successor, knowledge, day, problems);
  const parent = successor?.version === 0 ? successor.periods[0]!.state.parent : null;
  if (predecessors.some(({ id }) => id === parent)) {
    const rule = 'must not be one of the units that merge, which ends';
    problems.push(refuse('successor.unit.parent', 'NOT_THERE_THEN', parent, rule));
  }
  if (successor === null || problems.length > 0) return { problems };
  const leaving = predecessors.filter(({ id }) => id !== successor.id);
  const merge = new Merge(leaving, successor, day);
  const ids = predecessors.map(({ id }) => id);
  const belonging = await knowledge.belonging([...new Set([...ids, successor.id])]);
  const followed = belonging.flatMap((one) => (one.kind === 'line' ? [] : following(one, merge.after(one), reason)));
  const lines = linesAmong(belonging, (line) => merge.linesAfter(line));
  const recorded = [
    successor.version === 0
      ? creation('unit', successor.id, successor.periods, reason)
      : changeOf(successor, 'MERGED', merge.successorAfter(), reason),
    ...leaving.map((unit) => changeOf(unit, 'MERGED', until(unit.periods, day), reason)),
    ...followed,
    ...recordedLines(lines, day, reason),
  ] as readonly Recording[];
  const recordings = [
    ...recorded,
    ...(await untold(recorded, knowledge, day, reason)),
    reorganisation(knowledge, 'MERGED', { predecessors: ids, successors: [successor.id] }, day, reason) as Recording,
  ];
  return planOf(recordings, day, problems, 'successor.unit.');
}

async function predecessorsOf(
  { predecessors }: MergeUnitsInput,
  knowledge: Knowledge,
  day: string,
  problems: Problem[],
): Promise<readonly Unit[]> {
  if (predecessors.length < 2)
    problems.push(missing('predecessors[1]', 'REQUIRED', 'must be given: at least two merge'));
  const found: Unit[] = [];
  for (const [index, { id, version }] of predecessors.entries()) {
    const path = `predecessors[${index}].id`;
    const unit = await knowledge.at('unit', id, version, problems, path);
    if (unit === null || !holdsThen(unit as Known, day, problems)) continue;
    if (found.some((other) => other.id === id)) problems.push(refuse(path, 'TWICE', id, 'must not be there twice'));
    found.push(unit);
  }
  return found;
}

async function successorOf(
  { local, unit, existing }: SuccessorInput,
  knowledge: Knowledge,
  day: string,
  problems: Problem[],
): Promise<Successor | null> {
  if ((unit == null) === (existing == null) || (local != null && unit == null)) {
    problems.push(
      missing('successor', 'ONE_OF_TWO', 'must be either a new unit, which may have a local, or an existing one'),
    );
    return null;
  }
  if (existing != null) {
    const known = await knowledge.at('unit', existing.id, existing.version, problems, 'successor.existing.id');
    return known !== null && holdsThen(known as Known, day, problems) ? known : null;
  }
  const state = stateGiven('unit', unit!, 'successor.unit.', problems);
  const id = await newId('unit', local, knowledge, problems, 'successor.local');
  if (!isInItself(id, state, 'successor.unit.', problems)) {
    problems.push(...(await parentProblems(state, day, knowledge, 'successor.unit.')));
  }
  return { kind: 'unit', id, version: 0, periods: since(day, state) };
}

/** What becomes of everything around units that merge. */
class Merge {
  readonly #spans;
  readonly #leaving: ReadonlyMap<string, Unit>;

  constructor(
    leaving: readonly Unit[],
    private readonly successor: Successor,
    day: string,
  ) {
    this.#leaving = new Map(leaving.map((unit) => [unit.id, unit]));
    this.#spans = stretches(day, successor.periods, ...leaving.map(({ periods }) => periods));
  }

  /** A successor that was below one of the others is from then on where that one was. */
  successorAfter(): Periods {
    return changedOver(this.successor.periods, this.#spans, (state, on) =>
      amended(state, { parent: this.#parentAfter(on) }),
    );
  }

  after({ kind, periods }: Known): Known['periods'] {
    const after = (AFTER as Partial<Record<SubjectKind, unknown>>)[kind] as
      | ((state: unknown, merge: Merge) => never)
      | undefined;
    return after === undefined ? periods : changedOver(periods, this.#spans, (state) => after(state, this));
  }

  linesAfter({ periods }: Known<'line'>): Known<'line'>['periods'] {
    return changedOver(periods, this.#spans, (line, on) => {
      const from = this.#leaving.get(line.from);
      const inTree = from !== undefined && isPlaceInTree(line, from.id, stateOn(from.periods, on)?.parent ?? null);
      const ownInTree = isPlaceInTree(line, this.successor.id, stateOn(this.successor.periods, on)?.parent ?? null);
      if (inTree || ownInTree) return placedInTree(line, this.successor.id, this.#parentAfter(on), this.leadsTo);
      return redirected(line, this.leadsTo);
    });
  }

  readonly leadsTo = (id: string): string => (this.#leaving.has(id) ? this.successor.id : id);

  /** Whether a figure is of one of the units: how many they are together, or what they cost, is to be stated anew. */
  isSummed(unit: string | null): boolean {
    return unit !== null && (this.#leaving.has(unit) || unit === this.successor.id);
  }

  #parentAfter(on: string): string | null {
    let parent = stateOn(this.successor.periods, on)?.parent ?? null;
    if (this.successor.version === 0) return parent;
    while (parent !== null && this.#leaving.has(parent)) {
      parent = stateOn(this.#leaving.get(parent)!.periods, on)?.parent ?? null;
    }
    return parent;
  }
}

const AFTER: {
  readonly [K in 'unit' | 'position' | 'body' | 'budget' | 'headcount']: (
    state: SubjectStates[K],
    merge: Merge,
  ) => SubjectStates[K] | null;
} = {
  unit: (unit, { leadsTo }) => {
    const parent = unit.parent === null ? null : leadsTo(unit.parent);
    return parent === unit.parent ? unit : amended(unit, { parent, ordinal: null });
  },
  position: (position, { leadsTo }) => amended(position, { units: [...new Set(position.units.map(leadsTo))] }),
  body: (body, { leadsTo }) => amended(body, { unit: body.unit === null ? null : leadsTo(body.unit) }),
  budget: (budget, merge) => (merge.isSummed(budget.unit) ? null : budget),
  headcount: (headcount, merge) => (merge.isSummed(headcount.unit) ? null : headcount),
};
