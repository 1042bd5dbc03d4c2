import type { HolderState, Problem } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import { changedWithin, type Span, stateOn } from '../../subject/periods.rules.ts';
import { refuse } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { newId } from '../new-id.ts';
import type { Plan } from '../write.service.ts';
import { changeOf, creation, following, planOf, startOf } from './plan.parts.ts';
import type { RecordHolderInput } from './post.input.ts';
import { stateGiven } from './subject.plans.ts';

/** How a post is held within a stretch of days, in place of whatever was known of those days. */
export async function recordHolder(input: RecordHolderInput, knowledge: Knowledge): Promise<Plan> {
  const { reason } = input;
  const problems: Problem[] = [];
  const day = startOf(input, knowledge);
  const to = input.effectiveTo ?? null;
  if (to !== null && to <= day) {
    problems.push(refuse('effectiveTo', 'EMPTY_RANGE', to, `must be after ${day}, the day from which it is so`));
  }
  const state = stateGiven('holder', input, '', problems);
  const [post] = await knowledge.find('position', [input.position]);
  if (post == null) {
    const rule = 'must be the id of a position of this institution';
    return { problems: [...problems, refuse('position', 'UNKNOWN_REFERENCE', input.position, rule)] };
  }
  const holders = await holdersOf(input.position, knowledge);
  const held = holderOn(holders, day);
  const version = held?.version ?? 0;
  if (version !== input.version) throw new VersionConflict(held?.id ?? input.position, input.version, version);
  const id = held?.id ?? (await newId('holder', null, knowledge, problems));
  if (problems.length > 0) return { problems };
  const after = heldWithin(holders, { position: input.position, span: { from: day, to }, state }, id);
  const main = after.find((one) => one.id === id)!;
  const recording =
    held === null ? creation('holder', id, main.periods, reason) : changeOf(held, 'AMENDED', main.periods, reason);
  const others = holders
    .filter((other) => other !== held)
    .flatMap((other) => following(other, after.find((one) => one.id === other.id)!.periods, reason));
  return planOf([recording as Recording, ...others], day, problems);
}

/** How a post is held within a stretch of days; null: nothing is known of them. */
export interface Holding {
  readonly position: string;
  readonly span: Span & { readonly from: string };
  readonly state: HolderState | null;
}

/** All that is known of how a post is held: it may be told by more than one subject, each of some days. */
export async function holdersOf(position: string, knowledge: Knowledge): Promise<readonly Known<'holder'>[]> {
  const belonging = await knowledge.belonging([position]);
  return belonging.filter((one): one is Known<'holder'> => one.kind === 'holder');
}

/** The one that tells of a day, or else the last there is. */
const holderOn = (holders: readonly Known<'holder'>[], day: string): Known<'holder'> | null =>
  holders.find(({ periods }) => stateOn(periods, day) !== null) ?? holders.at(-1) ?? null;

/**
 * What the holders of a post come to. The one that tells of the first day tells of the whole stretch, and the others no
 * longer do; where there is none, a new one does, of version 0.
 */
export function heldWithin(
  holders: readonly Known<'holder'>[],
  { position, span, state }: Holding,
  newHolder: string,
): readonly Known<'holder'>[] {
  const none: Known<'holder'> = { kind: 'holder', id: newHolder, version: 0, periods: [] };
  const held = holderOn(holders, span.from) ?? none;
  return [...holders, ...(held === none ? [none] : [])].map((known) => {
    const rest = changedWithin(known.periods, span, (other) => (other.position === position ? null : other));
    if (known.id !== held.id || state === null) return { ...known, periods: rest };
    const period = { validFrom: span.from, validTo: span.to, state };
    return { ...known, periods: changedWithin([...rest, period], span, asItIs) };
  });
}

/** Puts what has been added in its place: neighbours that say the same become one. */
const asItIs = <S>(state: S): S => state;
