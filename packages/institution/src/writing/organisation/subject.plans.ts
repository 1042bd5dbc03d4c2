import {
  type ChangeKind,
  closesAt,
  type LineState,
  type Period,
  type Problem,
  type SubjectKind,
  type SubjectStates,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { isSame } from '../../subject/differences.rules.ts';
import { changedWithin } from '../../subject/periods.rules.ts';
import { refuse, unchanged } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import { amended } from '../amended.rules.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { newId } from '../new-id.ts';
import type { Plan } from '../write.service.ts';
import type { ChangeInput, CreationInput } from './change.input.ts';
import { type Facts, type Mirrors, type OrganisationKind, patched, stated } from './facts.rules.ts';
import { nextChange, redirected } from './follow.rules.ts';
import {
  changeOf,
  creation,
  following,
  holdsThen,
  isLater,
  ownersOf,
  planOf,
  since,
  startOf,
  until,
} from './plan.parts.ts';
import { untold } from './reorganisation.records.ts';
import { togetherProblems } from './state.rules.ts';

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
    if (isInItself(id, state, path, problems)) return { problems };
    return planOf([creation(kind, id, since(day, state), null) as Recording], day, problems, path);
  };

/** Plans a patch of a subject from a day on. */
export const amending =
  <K extends OrganisationKind>(kind: K) =>
  async (input: ChangeInput & { readonly changes: object }, knowledge: Knowledge): Promise<Plan> => {
    const problems: Problem[] = [];
    const day = startOf(input, knowledge);
    const known = await knowledge.at(kind, input.id, input.version, problems);
    const patch = patched(kind, input.changes, 'changes.', problems);
    if (known === null || !holdsThen(known as Known, day, problems)) return { problems };
    const periods = changedSince(known, day, patch);
    if (problems.length === 0 && isSame(periods, known.periods)) problems.push(unchanged('changes'));
    const later = periods.filter(({ validTo }) => validTo === null || validTo > day);
    problems.push(...later.flatMap(({ state }) => togetherProblems(kind, state, 'changes.')));
    const recording = changeOf(known, 'AMENDED', periods, input.reason) as Recording;
    const along = await untold([recording], knowledge, day, input.reason);
    return planOf([recording, ...along], day, problems, 'changes.');
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
      problems.push(...openCallProblems(one, known.id, day, knowledge));
      const belongs = (state: SubjectStates[typeof one.kind]): boolean => ownersOf(one.kind, state).includes(known.id);
      if (!isLater(one, day, belongs)) continue;
      if (GO_ALONG.has(one.kind)) recordings.push(...following(one, endedWith(known.id, one, day), input.reason));
      else problems.push(stillReferredTo(one.id, day));
    }
    if (problems.length > 0) return { problems };
    return planOf([...recordings, ...(await untold(recordings, knowledge, day, input.reason))], day, []);
  };

/** What is about something, as against what has a place in it. */
const GO_ALONG: ReadonlySet<string> = new Set(['holder', 'line', 'budget', 'headcount']);

/** What is about something ends with it; a line that names it beside its ends goes on without it. */
const endedWith = (gone: string, { kind, periods }: Known, day: string): Known['periods'] =>
  changedWithin<SubjectStates[SubjectKind]>(periods, { from: day, to: null }, (state) => {
    if (kind === 'line') return redirected(state as LineState, (id) => (id === gone ? null : id));
    return ownersOf(kind, state as never).includes(gone) ? null : state;
  });

const stillReferredTo = (id: string, day: string): Problem => ({
  path: 'id',
  code: 'STILL_REFERRED_TO',
  value: id,
  rule: `id must be of something that nothing belongs to from ${day} on, but ${id} does: move it or end it first.`,
});

/** A post does not end under those who can still apply for it. */
function openCallProblems(
  { kind, id, periods }: Known,
  post: string,
  day: string,
  { now }: Knowledge,
): readonly Problem[] {
  if (kind !== 'vacancy') return [];
  const open = (periods as Known<'vacancy'>['periods']).find(
    ({ validTo, state: { position, publication, applicationDeadline } }) =>
      (validTo === null || validTo > day) &&
      position === post &&
      publication === 'PUBLISHED' &&
      Temporal.Instant.compare(now, closesAt(applicationDeadline)) < 0,
  );
  if (open === undefined) return [];
  const until = open.state.applicationDeadline.date;
  const rule = `id must be of a post that no open call is for, but ${id} is open until ${until}: withdraw it first.`;
  return [{ path: 'id', code: 'STILL_REFERRED_TO', value: id, rule }];
}

/**
 * What is known of a subject after a patch of its facts from a day on: each until the next day on which it changes
 * anyway, or, where `along` is given, on which that one does.
 */
export const changedSince = <K extends OrganisationKind>(
  { periods }: Known<K>,
  day: string,
  patch: Partial<Facts<SubjectStates[K]>>,
  along?: keyof SubjectStates[K],
): readonly Period<SubjectStates[K]>[] =>
  Object.entries(patch).reduce((changed, [name, value]) => {
    const to = nextChange(periods, day, along ?? (name as keyof SubjectStates[K]));
    return changedWithin(changed, { from: day, to }, (state) => amended(state, { [name]: value } as never));
  }, periods);
