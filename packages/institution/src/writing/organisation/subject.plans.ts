import type { ChangeKind, Period, Problem, SubjectStates } from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { changedWithin } from '../../subject/periods.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan } from '../write.service.ts';
import type { ChangeInput, CreationInput } from './change.input.ts';
import { type Facts, type Mirrors, type OrganisationKind, patched, stated } from './facts.rules.ts';
import {
  changeOf,
  creation,
  following,
  holdsThen,
  isLater,
  newId,
  nothingChanges,
  ownersOf,
  planOf,
  since,
  startOf,
  until,
} from './plan.parts.ts';
import { amended, togetherProblems } from './state.rules.ts';

/** A new state from what is given under a path, with all that is wrong with it. */
export function stateGiven<K extends OrganisationKind>(
  kind: K,
  given: Mirrors<Facts<SubjectStates[K]>>,
  path: string,
  problems: Problem[],
): SubjectStates[K] {
  const state = stated(kind, given, path, problems);
  problems.push(...togetherProblems(kind, state, path));
  return state;
}

/** Whether a new unit would be part of itself, which is a problem. */
export function isInItself(id: string, state: object, path: string, problems: Problem[]): boolean {
  if (!('parent' in state) || state.parent !== id) return false;
  problems.push(refuse(`${path}parent`, 'CYCLE', id, 'must not be the unit itself or one below it, on any day'));
  return true;
}

/** Plans the creation of what stands in the input under the name `field`. */
export const creating =
  <K extends OrganisationKind, F extends string>(kind: K, field: F) =>
  async (
    input: CreationInput & { readonly [N in F]: Mirrors<Facts<SubjectStates[K]>> },
    knowledge: Knowledge,
  ): Promise<Plan> => {
    const problems: Problem[] = [];
    const day = startOf(input, knowledge);
    const path = `${field}.`;
    const state = stateGiven(kind, input[field], path, problems);
    const id = await newId(kind, input.local, knowledge, problems);
    if (id === null || isInItself(id, state, path, problems)) return { problems };
    return planOf([creation(kind, id, since(day, state), null) as Recording], day, problems, path);
  };

/** Plans a patch of a subject from a day on, whatever was planned for later days. */
export const amending =
  <K extends OrganisationKind>(kind: K) =>
  async (input: ChangeInput & { readonly changes: object }, knowledge: Knowledge): Promise<Plan> => {
    const problems: Problem[] = [];
    const day = startOf(input, knowledge);
    const known = await knowledge.at(kind, input.id, input.version, problems);
    const patch = patched(kind, input.changes, 'changes.', problems);
    if (known === null || !holdsThen(known as Known, day, problems)) return { problems };
    const periods = changedSince(known, day, patch);
    if (problems.length === 0 && isSame(periods, known.periods)) problems.push(nothingChanges('changes'));
    const later = periods.filter(({ validTo }) => validTo === null || validTo > day);
    problems.push(...later.flatMap(({ state }) => togetherProblems(kind, state, 'changes.')));
    return planOf([changeOf(known, 'AMENDED', periods, input.reason) as Recording], day, problems, 'changes.');
  };

/** Plans the end of a subject and of what cannot be without it; what has a place of its own must have been moved. */
export const ending =
  <K extends OrganisationKind>(kind: K, change: ChangeKind = 'ENDED') =>
  async (input: ChangeInput, knowledge: Knowledge): Promise<Plan> => {
    const problems: Problem[] = [];
    const day = startOf(input, knowledge);
    const known = await knowledge.at(kind, input.id, input.version, problems);
    if (known === null || !holdsThen(known as Known, day, problems)) return { problems };
    const recordings = [changeOf(known, change, until(known.periods, day), input.reason) as Recording];
    for (const one of await knowledge.belonging([known.id])) {
      const belongs = (state: SubjectStates[typeof one.kind]): boolean => ownersOf(one.kind, state).includes(known.id);
      if (!isLater(one, day, belongs)) continue;
      if (GO_ALONG.has(one.kind)) recordings.push(...following(one, endedWhere(one, day, belongs), input.reason));
      else problems.push(stillReferredTo(one.id, day));
    }
    return problems.length > 0 ? { problems } : planOf(recordings, day, []);
  };

/** What is about something, as against what has a place in it. */
const GO_ALONG: ReadonlySet<string> = new Set(['holder', 'line', 'budget', 'headcount']);

const endedWhere = (known: Known, day: string, belongs: (state: Known['periods'][number]['state']) => boolean) =>
  changedWithin(known.periods, { from: day, to: null }, (state) => (belongs(state) ? null : state));

const stillReferredTo = (id: string, day: string): Problem => ({
  path: 'id',
  code: 'STILL_REFERRED_TO',
  value: id,
  rule: `id must be of something that nothing belongs to from ${day} on, but ${id} does: move it or end it first.`,
});

/** What is known of a subject after a patch of its facts from a day on. */
export const changedSince = <K extends OrganisationKind>(
  { periods }: Known<K>,
  day: string,
  patch: Partial<Facts<SubjectStates[K]>>,
): readonly Period<SubjectStates[K]>[] =>
  changedWithin(periods, { from: day, to: null }, (state) => amended(state, patch as never));
