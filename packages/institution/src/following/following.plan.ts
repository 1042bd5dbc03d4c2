import type { Problem, VacancyState } from '@mandate-graph/domain';
import { isSame } from '../subject/differences.rules.ts';
import { changedWithin, stateOn } from '../subject/periods.rules.ts';
import { refuse } from '../subject/problem.rules.ts';
import type { Recording } from '../subject/subject.service.ts';
import type { Knowledge, Known } from '../writing/knowledge.ts';
import { newId } from '../writing/new-id.ts';
import { heldWithin, holdersOf } from '../writing/organisation/holder.plan.ts';
import { changeOf, creation, following } from '../writing/organisation/plan.parts.ts';
import type { FollowingRepository } from './following.repository.ts';
import { type Reheld, reheld } from './holding.rules.ts';
import { type Mandate, mandateProblems, type ToldMandate } from './mandate.rules.ts';

/** What a mandate comes to in the organisation, or everything that speaks against it. */
export type FollowingPlan =
  | { readonly recordings: readonly Recording[]; readonly otherwise: Reheld['otherwise'] }
  | { readonly problems: readonly Problem[]; readonly recordings?: never };

/** The post is held under the mandate, and the vacancy is filled once it has as many as there were places. */
export async function followMandate(
  told: ToldMandate,
  earlier: Mandate | null,
  knowledge: Knowledge,
  kept: FollowingRepository,
): Promise<FollowingPlan> {
  const problems = [...mandateProblems(told, earlier)];
  const [[post], [vacancy]] = [
    await knowledge.find('position', [told.position]),
    await knowledge.find('vacancy', [told.vacancy]),
  ];
  if (post == null) problems.push(unknown('position', told.position));
  if (vacancy == null) problems.push(unknown('vacancy', told.vacancy));
  // What is decided of a mandate later says nothing of the vacancy any more.
  else if (earlier === null && !isOpen(vacancy, told.toldOn)) problems.push(notOpen(told));
  if (problems.length > 0) return { problems };
  const reason = `Mandate ${told.id} of procedure ${told.procedure}.`;
  const { recordings, otherwise } = await holderChanges(told, reason, knowledge, kept);
  const mandates = [...(await kept.ofVacancy(told.vacancy)).filter(({ id }) => id !== told.id), earlier ?? told];
  return { recordings: [...recordings, ...filling(vacancy!, mandates, reason)], otherwise };
}

async function holderChanges(told: ToldMandate, reason: string, knowledge: Knowledge, kept: FollowingRepository) {
  const { position } = told;
  const before = await holdersOf(position, knowledge);
  const periods = before.flatMap((one) => one.periods).filter(({ state }) => state.position === position);
  const held = { periods, otherwise: await kept.otherwise(position) };
  const { changes, otherwise } = reheld(held, await kept.ofPosition(position), told);
  const id = await newId('holder', null, knowledge, []);
  const after = changes.reduce(
    (holders, { span, state }) => heldWithin(holders, { position, span, state }, id),
    before as readonly Known<'holder'>[],
  );
  const recordings = after.flatMap((known): readonly Recording[] => {
    const was = before.find((one) => one.id === known.id);
    if (was === undefined) return [creation('holder', known.id, known.periods, reason) as Recording];
    const isHolder = stateOn(known.periods, told.startsOn) !== null && !isSame(was.periods, known.periods);
    if (isHolder) return [changeOf(was, 'AMENDED', known.periods, reason) as Recording];
    return following(was, known.periods, reason);
  });
  return { recordings, otherwise };
}

/** The vacancy, filled from the day on which the last of its places was told of. */
function filling(vacancy: Known<'vacancy'>, mandates: readonly Mandate[], reason: string): readonly Recording[] {
  const day = mandates
    .map(({ toldOn }) => toldOn)
    .sort()
    .at(-1)!;
  if (!isOpen(vacancy, day)) return [];
  const places = from(vacancy, day)[0]!.state.vacantPositions ?? 1;
  if (mandates.length < places) return [];
  const filled = (state: VacancyState): VacancyState => ({ ...state, publication: 'FILLED' });
  return following(vacancy, changedWithin(vacancy.periods, { from: day, to: null }, filled), reason);
}

const from = ({ periods }: Known<'vacancy'>, day: string): Known<'vacancy'>['periods'] =>
  periods.filter(({ validTo }) => validTo === null || validTo > day);

/** Whether it is public from a day on, and not withdrawn. */
const isOpen = (vacancy: Known<'vacancy'>, day: string): boolean => {
  const later = from(vacancy, day);
  return later.length > 0 && later.every(({ state }) => ['PUBLISHED', 'FILLED'].includes(state.publication));
};

const unknown = (path: 'position' | 'vacancy', id: string): Problem =>
  refuse(path, 'UNKNOWN_REFERENCE', id, `must be the id of a ${path} of this institution`);

const notOpen = ({ vacancy, toldOn }: Mandate): Problem =>
  refuse('vacancy', 'NOT_PUBLIC', vacancy, `must be public and not withdrawn from ${toldOn} on`);
