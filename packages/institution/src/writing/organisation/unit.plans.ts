import type { LineState, Problem, UnitState } from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { stateOn } from '../../subject/periods.rules.ts';
import { missing, unchanged } from '../../subject/problem.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import type { Plan } from '../write.service.ts';
import type { ChangeInput } from './change.input.ts';
import { patched } from './facts.rules.ts';
import { changedOver, isPlaceInTree, nextChange, placedInTree, stretches, withoutTwins } from './follow.rules.ts';
import { changeOf, following, holdsThen, parentProblems, planOf, startOf } from './plan.parts.ts';
import { recordOf, untold } from './reorganisation.records.ts';
import { changedSince, ending, isInItself } from './subject.plans.ts';
import type { AbolishUnitInput, MoveUnitInput, RenameUnitInput } from './unit.input.ts';

/** A change of a unit that goes on: what is known of it from the day on, and what goes along. */
async function reorganised(
  input: ChangeInput,
  knowledge: Knowledge,
  change: 'RENAMED' | 'MOVED',
  field: 'name' | 'parent',
  given: Partial<Record<keyof UnitState, unknown>>,
  along: (unit: Known<'unit'>, day: string) => Promise<readonly Recording[]>,
): Promise<Plan> {
  const problems: Problem[] = [];
  const day = startOf(input, knowledge);
  const unit = await knowledge.at('unit', input.id, input.version, problems);
  const patch = patched('unit', given, '', problems);
  if (unit === null || !holdsThen(unit as Known, day, problems)) return { problems };
  problems.push(...(await parentProblems({ parent: patch.parent ?? null }, day, knowledge, '')));
  if (isInItself(unit.id, patch, '', problems) || problems.length > 0) return { problems };
  // An order among siblings is one among those of a parent; names and abbreviations change each by themselves.
  const periods = changedSince(unit, day, patch, change === 'MOVED' ? 'parent' : undefined);
  if (isSame(periods, unit.periods)) problems.push(unchanged(field));
  const recording = changeOf(unit, change, periods, input.reason) as Recording;
  return planOf(
    [
      recording,
      ...(await along(unit, day)),
      ...(await recordOf(change, unit.id, periods, knowledge, day, input.reason)),
      ...(await untold([recording], knowledge, day, input.reason)),
    ],
    day,
    problems,
  );
}

export const renameUnit = (input: RenameUnitInput, knowledge: Knowledge): Promise<Plan> =>
  reorganised(
    input,
    knowledge,
    'RENAMED',
    'name',
    { name: input.name, abbreviation: input.abbreviation },
    async () => [],
  );

/** A unit moves with everything below it. The line that says what it is part of goes to the new parent, if there is one. */
export const moveUnit = async (input: MoveUnitInput, knowledge: Knowledge): Promise<Plan> => {
  if (input.parent === undefined) {
    return { problems: [missing('parent', 'REQUIRED', 'must be given, as null when the unit moves to the top')] };
  }
  const parent = input.parent;
  const ordinal = input.ordinal ?? null;
  return reorganised(input, knowledge, 'MOVED', 'parent', { parent, ordinal }, async (unit, day) => {
    const until = nextChange(unit.periods, day, 'parent');
    const spans = stretches(day, unit.periods).filter(({ from }) => until === null || from! < until);
    const moved = (line: LineState, on: string): LineState | null =>
      isPlaceInTree(line, unit.id, stateOn(unit.periods, on)?.parent ?? null)
        ? placedInTree(line, unit.id, parent)
        : line;
    const lines = linesAmong(await knowledge.belonging([unit.id]), (line) => changedOver(line.periods, spans, moved));
    return recordedLines(lines, day, input.reason);
  });
};

export async function abolishUnit(input: AbolishUnitInput, knowledge: Knowledge): Promise<Plan> {
  const plan = await ending('unit', 'ABOLISHED')(input, knowledge);
  if (plan.recordings === undefined) return plan;
  const day = startOf(input, knowledge);
  const periods = plan.recordings[0]!.periods as Known<'unit'>['periods'];
  const record = await recordOf('ABOLISHED', input.id, periods, knowledge, day, input.reason);
  return planOf([...plan.recordings, ...record], day, plan.problems ?? []);
}

/** The lines among what belongs to some units, with what is known of them after a change. */
export const linesAmong = (belonging: readonly Known[], after: (line: Known<'line'>) => Known<'line'>['periods']) =>
  belonging
    .filter((one): one is Known<'line'> => one.kind === 'line')
    .map((known) => ({ known, id: known.id, before: known.periods, after: after(known) }));

export const recordedLines = (
  lines: ReturnType<typeof linesAmong>,
  day: string,
  reason: string,
): readonly Recording[] => withoutTwins(lines, day).flatMap(({ known, after }) => following(known, after, reason));
