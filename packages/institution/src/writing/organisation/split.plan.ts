import { type LineState, type Problem, RECORDED } from '@mandate-graph/domain';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { newId } from '../new-id.ts';
import type { Plan } from '../write.service.ts';
import {
  changeOf,
  creation,
  following,
  holdsThen,
  isLater,
  ownersOf,
  planOf,
  reorganisation,
  since,
  startOf,
  until,
} from './plan.parts.ts';
import type { SplitUnitInput } from './reorganisation.input.ts';
import { untold } from './reorganisation.records.ts';
import { assignments, type Part, partsOf } from './split.assignments.ts';
import { Split } from './split.follow.ts';

/** A unit becomes several from a day on, or goes on beside those that split off. Whatever has a place in it is assigned. */
export async function splitUnit(input: SplitUnitInput, knowledge: Knowledge): Promise<Plan> {
  const { reason, goesOn } = input;
  const problems: Problem[] = [];
  const day = startOf(input, knowledge);
  const unit = await knowledge.at('unit', input.id, input.version, problems);
  const parts = await partsOf(input, knowledge, day, problems);
  if (unit === null || !holdsThen(unit as Known, day, problems)) return { problems };
  const belonging = (await knowledge.belonging([unit.id])).filter((one) =>
    isLater<typeof one.kind>(one, day, (state) => ownersOf(one.kind, state).includes(unit.id)),
  );
  const assigned = assignments(input, unit, parts, belonging, day, problems);
  if (problems.length > 0) return { problems };
  const split = new Split(unit, belonging, assigned, goesOn, day);
  const successors = [...parts.map(({ id }) => id), ...(goesOn ? [unit.id] : [])];
  const recorded = [
    changeOf(unit, 'SPLIT', goesOn ? unit.periods : until(unit.periods, day), reason),
    ...parts.map(({ id, state }) => creation('unit', id, since(day, state), reason)),
    ...belonging.flatMap((one) => following(one, split.after(one), reason)),
    ...(await placesInTree(parts, split, knowledge, day, reason)),
  ] as readonly Recording[];
  const recordings = [
    ...recorded,
    ...(await untold(recorded, knowledge, day, reason)),
    reorganisation(knowledge, 'SPLIT', { predecessors: [unit.id], successors }, day, reason) as Recording,
  ];
  return planOf(recordings, day, problems);
}

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
      const id = await newId('line', null, knowledge, []);
      return creation('line', id, since(day, state), reason) as Recording;
    }),
  );
}
