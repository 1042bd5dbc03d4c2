import type { Problem } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import { changedWithin, stateOn } from '../../subject/periods.rules.ts';
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
  const held = holders.find(({ periods }) => stateOn(periods, day) !== null) ?? holders.at(-1) ?? null;
  const version = held?.version ?? 0;
  if (version !== input.version) throw new VersionConflict(held?.id ?? input.position, input.version, version);
  const id = held?.id ?? (await newId('holder', null, knowledge, problems));
  const cleared = (known: Known<'holder'>): Known<'holder'>['periods'] =>
    changedWithin(known.periods, { from: day, to }, (other) => (other.position === input.position ? null : other));
  const period = { validFrom: day, validTo: to, state };
  if (problems.length > 0) return { problems };
  const recording =
    held === null
      ? creation('holder', id, [period], reason)
      : changeOf(held, 'AMENDED', changedWithin([...cleared(held), period], { from: day, to }, asItIs), reason);
  const others = holders.filter((other) => other !== held).flatMap((other) => following(other, cleared(other), reason));
  return planOf([recording as Recording, ...others], day, problems);
}

/** Puts what has been added in its place: neighbours that say the same become one. */
const asItIs = <S>(state: S): S => state;

async function holdersOf(position: string, knowledge: Knowledge): Promise<readonly Known<'holder'>[]> {
  const belonging = await knowledge.belonging([position]);
  return belonging.filter((one): one is Known<'holder'> => one.kind === 'holder');
}
