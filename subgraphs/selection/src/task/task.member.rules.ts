import type { Temporal } from 'temporal-polyfill';
import { candidacyAfter } from '../candidacy/candidacy.state.rules.ts';
import { COMMITTEE_STEPS } from '../committee/committee.rules.ts';
import { concludingProblems } from '../conclusion/conclusion.rules.ts';
import type { Interests } from '../interest/interest.rules.ts';
import { isComplete, isRanked, type Placed } from '../ranking/ranking.rules.ts';
import type { EffectiveRules } from '../regime/regime.effective.rules.ts';
import { type Contested, contestProblems } from '../result/result.contest.rules.ts';
import { type Submitting, submittingProblems } from '../result/result.rules.ts';
import { type Committee, hasHeard, schemeProblems, speakingProblems } from '../scoring/judges.rules.ts';
import { scoringProblems } from '../scoring/scoring.rules.ts';
import { beginning } from './task.hearing.rules.ts';
import type { BeforeCommittee, StepFacts } from './task.repository.ts';
import { concerned, type Task, taskFor, taskOf } from './task.rules.ts';

/** A member on the committee of a procedure that runs. */
export interface Seat {
  readonly procedureId: string;
  readonly memberId: string;
  readonly rules: EffectiveRules;
  readonly committee: Committee;
  /** What members declared. */
  readonly declared: Pick<Interests, 'undeclared'>;
  readonly steps: readonly StepFacts[];
  readonly before: readonly BeforeCommittee[];
  /** The ranking as it stands. */
  readonly placed: readonly Placed[];
  readonly contested: Contested;
}

/** What waits for a member. Who is barred from the whole procedure is on the committee in name only. */
export function memberTasks(seat: Seat, now: Temporal.Instant): Task[] {
  const { committee, memberId, rules } = seat;
  if (committee.interests.isBarred(memberId, null)) return [];
  if (schemeProblems(rules.suitabilityScheme.value).length > 0) return declaringTasks(seat);
  const speaks = speakingProblems(committee, memberId, rules.chairRequired.value).length === 0;
  return [
    ...declaringTasks(seat),
    ...scoringTasks(seat),
    ...(speaks ? [...concludingTasks(seat), ...rankingTasks(seat), ...submittingTasks(seat, now)] : []),
  ];
}

/** Of everybody before the committee, also of those from whom the member is found to be barred: a declaration is asked of all. */
function declaringTasks({ procedureId, memberId, declared, before }: Seat): Task[] {
  const known = before.filter(({ erased }) => !erased);
  const ids = declared.undeclared(memberId, idsOf(known));
  const dueAt = beginning(known.filter(({ id }) => ids.includes(id)));
  return taskFor('DECLARE_INTERESTS', procedureId, concerned(ids), { dueAt });
}

const scoringTasks = (seat: Seat): Task[] =>
  taskFor('SCORE_CANDIDATES', seat.procedureId, concerned(idsOf(seat.before.filter((one) => isToScore(one, seat)))));

const concludingTasks = (seat: Seat): Task[] =>
  taskFor(
    'CONCLUDE_CANDIDATES',
    seat.procedureId,
    concerned(idsOf(seat.before.filter((one) => isToConclude(one, seat)))),
  );

function isToScore({ id, status, stepId, erased, scorers }: BeforeCommittee, seat: Seat): boolean {
  const { committee, memberId } = seat;
  if (erased || scorers.includes(memberId) || committee.interests.isBarred(memberId, id)) return false;
  const heard = { status, step: kindOf(stepId, seat), present: hasHeard(committee, memberId, id) };
  return scoringProblems(heard, 'RUNNING').length === 0;
}

/** What was concluded already can be concluded anew, but does not wait for it. */
function isToConclude({ id, status, stepId, erased, scorers, sent }: BeforeCommittee, seat: Seat): boolean {
  const { committee, memberId, rules } = seat;
  if (erased || status !== 'IN_PROGRESS' || committee.interests.isBarred(memberId, id)) return false;
  const step = kindOf(stepId, seat);
  if (candidacyAfter({ status, step }, 'FIND_SUITABLE', 'COMMITTEE', 'RUNNING').problems !== undefined) return false;
  const concluding = { committee, candidacyId: id, scorers: new Set(scorers), quorum: rules.quorum.value, sent };
  return concludingProblems(concluding).length === 0;
}

/** Once nobody is left to be found suitable, those who are have no place, or not the ones they need. */
function rankingTasks({ procedureId, memberId, committee, steps, before, placed }: Seat): Task[] {
  const suitable = idsOf(before.filter(({ status }) => status === 'SUITABLE'));
  if (steps.some(({ waiting }) => waiting > 0) || !isRanked(suitable.length) || isComplete(placed, suitable)) return [];
  if (suitable.some((id) => committee.interests.isBarred(memberId, id))) return [];
  return taskFor('RANK_CANDIDATES', procedureId, concerned(suitable));
}

function submittingTasks({ procedureId, steps, before, placed, contested }: Seat, now: Temporal.Instant): Task[] {
  const candidacies = [...before, ...elsewhere(steps)];
  const problems = [...submittingProblems({ steps, candidacies, placed }), ...contestProblems(contested, now)];
  return problems.length > 0 ? [] : [taskOf('SUBMIT_RESULT', procedureId)];
}

/** Those who have not come as far as the committee. */
const elsewhere = (steps: readonly StepFacts[]): Submitting['candidacies'] =>
  steps
    .filter(({ kind }) => !COMMITTEE_STEPS.includes(kind))
    .flatMap(({ id: stepId, waiting }) =>
      Array.from({ length: waiting }, () => ({ id: '', status: 'IN_PROGRESS', stepId })),
    );

const kindOf = (stepId: string, { steps }: Seat) => steps.find(({ id }) => id === stepId)!.kind;
const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
