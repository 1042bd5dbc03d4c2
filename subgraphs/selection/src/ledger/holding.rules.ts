import type { Problem } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { ProcedureRecord } from '../procedure/procedure.record.ts';
import { problem } from '../writing/problem.rules.ts';
import { levelOf, standingOf } from './ledger.rules.ts';
import { type AssessmentOf, assessmentLevel } from './ledger.standing.rules.ts';

/** A function that a candidate holds, as the file proves it; all of it is sealed. */
export interface FunctionHeldFacts {
  readonly level: number;
  /** The first day, yyyy-mm-dd. */
  readonly from: string;
  /** The last day; null: until further notice. */
  readonly to: string | null;
  readonly reasons: string;
}

/** A management or staff function as it is given: by its level, or by its weighting classes. */
export interface FunctionGiven {
  readonly level?: number | null;
  readonly weightingClasses?: readonly number[] | null;
  readonly from: string;
  readonly to?: string | null;
}

type Judged = { readonly level: number; readonly problems?: never } | { readonly problems: readonly Problem[] };

/** The level of a function that exempts its holder from an assessment on a day, or everything that speaks against it. */
export function functionHeld(given: FunctionGiven, procedure: AssessmentOf, day: string): Judged {
  const { holdersExempt } = procedure.rules;
  const target = assessmentLevel(procedure);
  if (target === null || holdersExempt.value === null) {
    const rule = 'A function held exempts where the rules of the procedure say so and its own level is known';
    return { problems: [problem('application', 'NO_EXEMPTION', null, rule)] };
  }
  const { level, problems } = levelGiven(given, procedure);
  const days = dayProblems(given, day);
  if (level === null) return { problems: [...problems, ...days] };
  const held = [{ id: 'held', level, from: day, to: null }];
  const reached = standingOf({ attempts: [], holdings: held, level: target, day, holdersExempt }).status === 'EXEMPT';
  const rule = `The function held must be of a level that exempts from an assessment of level ${target}`;
  const all = [...(reached ? [] : [problem('level', 'LEVEL_TOO_LOW', null, rule)]), ...days];
  return all.length > 0 ? { problems: all } : { level };
}

/** It is recorded of whoever has not left the assessment behind. */
export function waitingProblems(
  { status, stepId }: Pick<CandidacyRecord, 'status' | 'stepId'>,
  { steps }: Pick<ProcedureRecord, 'steps'>,
): Problem[] {
  const last = steps.findLast(({ kind }) => kind === 'COMPUTER_ASSESSMENT');
  const at = steps.find(({ id }) => id === stepId);
  if (last === undefined) {
    return [problem('application', 'NO_ASSESSMENT', null, 'The procedure must have a computer assessment')];
  }
  if (status === 'IN_PROGRESS' && at !== undefined && at.position <= last.position) return [];
  const rule = 'A function held is recorded of who is in progress, in the assessment or before it';
  return [problem('application', 'NOT_AT_THIS_TIME', at === undefined ? status : `${status} ${at.kind}`, rule)];
}

function levelGiven(
  { level = null, weightingClasses = null }: FunctionGiven,
  { rules }: AssessmentOf,
): { readonly level: number | null; readonly problems: readonly Problem[] } {
  const refused = (path: string, code: string, rule: string) => ({
    ...{ level: null, problems: [problem(path, code, null, rule)] },
  });
  if ((level === null) === (weightingClasses === null)) {
    return refused('level', 'ONE_OF_BOTH', 'level must be given, or weightingClasses, and not both');
  }
  if (level === null) {
    const own = levelOf(weightingClasses, { rules });
    if (own !== null) return { level: own, problems: [] };
    return refused('weightingClasses', 'NO_LEVEL', 'weightingClasses must be of one level of the legal regime');
  }
  const { length } = rules.assessmentLevels.value!;
  if (level >= 1 && level <= length) return { level, problems: [] };
  return refused('level', 'OUT_OF_RANGE', `level must be from 1 to ${length}`);
}

/** It must be held on the day. */
function dayProblems({ from, to = null }: FunctionGiven, day: string): Problem[] {
  const when = `${day}, on which it is judged who is exempt`;
  if (to !== null && to < from) return [problem('to', 'EMPTY_RANGE', null, 'to must not be before from')];
  return [
    ...(from <= day ? [] : [problem('from', 'NOT_HELD_YET', null, `from must not be after ${when}`)]),
    ...(to === null || day <= to ? [] : [problem('to', 'NOT_HELD_ANY_MORE', null, `to must not be before ${when}`)]),
  ];
}
