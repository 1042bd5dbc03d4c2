import type { Temporal } from 'temporal-polyfill';
import type { MemberRecord } from '../committee/committee.repository.ts';
import {
  type CommitteeRules,
  type Counted,
  committeeRulesIn,
  compositionProblems,
  HEARING_STEPS,
  hearingProblems,
} from '../committee/committee.rules.ts';
import type { HearingDayRecord } from '../committee/hearing.repository.ts';
import { countedOf, heldProblems, openingProblems } from '../committee/hearing.rules.ts';
import type { Interests } from '../interest/interest.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { speakingProblems } from '../scoring/judges.rules.ts';
import { order } from '../session/session.rules.ts';
import type { BeforeCommittee, StartedProcedure, StepFacts } from './task.repository.ts';
import { concerned, earliest, type Task, taskFor, taskOf } from './task.rules.ts';

/** The committee of a procedure that runs, with those who are before it. */
export interface Hearing {
  readonly procedure: StartedProcedure;
  readonly steps: readonly StepFacts[];
  /** Everybody who is or was on it. */
  readonly members: readonly MemberRecord[];
  readonly interests: Interests;
  readonly before: readonly BeforeCommittee[];
  /** Hearings that were opened today. */
  readonly today: readonly HearingDayRecord[];
}

/** A step in which candidates are heard, and who of them waits for it. */
interface InStep extends Hearing {
  readonly step: StepFacts;
  readonly rules: CommitteeRules;
  /** Those who count as members now. */
  readonly counted: readonly MemberRecord[];
  readonly waiting: readonly BeforeCommittee[];
}

/** What is to be done for candidates to be heard and judged. */
export function hearingTasks(of: Hearing, now: Temporal.Instant): Task[] {
  const steps = of.steps.filter(({ kind, status }) => HEARING_STEPS.includes(kind) && status !== 'CONCLUDED');
  const hearings = steps.map((step) => inStep(of, step));
  return [
    ...completing(of, hearings),
    ...hearings.flatMap(invitingTasks),
    ...hearings.flatMap((hearing) => holdingTasks(hearing, now)),
  ];
}

function inStep(of: Hearing, step: StepFacts): InStep {
  const { procedure, before } = of;
  const announced = procedure.template.announcedSteps.find(({ key }) => key === step.key);
  return {
    ...{ ...of, step, rules: committeeRulesIn(rulesOf(procedure), announced, step.key), counted: countedNow(of) },
    waiting: before.filter(({ stepId, status }) => stepId === step.id && status === 'IN_PROGRESS'),
  };
}

const onIt = ({ members }: Hearing): readonly MemberRecord[] => members.filter(({ leftAt }) => leftAt === null);

function countedNow(of: Hearing): readonly MemberRecord[] {
  const members = onIt(of);
  const counted = countedOf({ members, interests: of.interests }).map(({ id }) => id);
  return members.filter(({ id }) => counted.includes(id));
}

/** As long as candidates are still to be heard, the committee must be as it must be for that; and then, to judge them. */
function completing(of: Hearing, hearings: readonly InStep[]): Task[] {
  const { procedure } = of;
  const blocked = hearings.filter((hearing) => !isComplete(hearing));
  const dueAt = beginning(blocked.flatMap(({ waiting }) => waiting));
  const missing = blocked.length > 0 || (hearings.length === 0 && !canJudge(of));
  return missing ? [taskOf('COMPLETE_COMMITTEE', procedure.id, { dueAt })] : [];
}

/** With everybody there, and for each candidate with everybody who may hear them. */
function isComplete({ rules, counted, interests, waiting }: InStep): boolean {
  if (compositionProblems(rules, counted, idsOf(counted)).length > 0) return false;
  return waiting.every(({ id, erased }) => {
    const barred = new Set(idsOf(counted).filter((member) => interests.isBarred(member, id)));
    const present = idsOf(counted).filter((member) => !barred.has(member));
    return erased || hearingProblems(rules, counted, barred, present).length === 0;
  });
}

/** Somebody may speak for the committee, and on each candidate somebody without a conflict. */
function canJudge(of: Hearing): boolean {
  const { procedure, interests, before } = of;
  const { chairRequired } = rulesOf(procedure);
  const committee = { members: onIt(of), interests, heardBy: new Map() };
  const speakers = countedNow(of).filter(({ id }) => speakingProblems(committee, id, chairRequired.value).length === 0);
  const judged = before.filter(({ status, erased }) => !erased && (status === 'IN_PROGRESS' || status === 'SUITABLE'));
  return (
    speakers.length > 0 && judged.every(({ id }) => speakers.some((speaker) => !interests.isBarred(speaker.id, id)))
  );
}

const invitingTasks = ({ procedure, step, waiting }: InStep): Task[] =>
  taskFor(
    'INVITE_TO_HEARING',
    procedure.id,
    concerned(idsOf(waiting.filter(({ erased, invitedAt }) => !erased && invitedAt === null))),
    { step: step.kind },
  );

/**
 * Those who were invited, and whom the committee can hear now. Once a hearing was to begin, it is to be recorded in any case:
 * whoever was not heard may not have come.
 */
function holdingTasks(hearing: InStep, now: Temporal.Instant): Task[] {
  const { procedure, step, waiting } = hearing;
  const sittings = sittingsOf(hearing);
  const ready = waiting.filter(
    ({ id, erased, invitedAt }) =>
      !erased &&
      invitedAt !== null &&
      (order(invitedAt, now) <= 0 || sittings.some((sitting) => canHear(hearing, sitting, id))),
  );
  const own = { step: step.kind, dueAt: beginning(ready) };
  return taskFor('HOLD_HEARINGS', procedure.id, concerned(idsOf(ready)), own);
}

/** A committee on a day, and who is there. */
interface Sitting {
  readonly members: readonly Counted[];
  readonly there: readonly string[];
}

/** As it was opened today, and as it can be opened now with everybody there. */
function sittingsOf(hearing: InStep): readonly Sitting[] {
  const { step, rules, members, counted, interests, waiting, today } = hearing;
  const opened = today.filter(({ stepId }) => stepId === step.id);
  const opening = { rules, members: onIt(hearing), interests, waiting: idsOf(waiting), present: idsOf(counted) };
  return [
    ...opened.map((day) => ({ members: membersOn(day, members), there: day.present })),
    ...(openingProblems(opening).length > 0 ? [] : [{ members: counted, there: idsOf(counted) }]),
  ];
}

/** Who counted that day, and chaired. */
const membersOn = (day: HearingDayRecord, members: readonly MemberRecord[]): readonly Counted[] =>
  members
    .filter(({ id }) => day.members.includes(id))
    .map((member) => ({ ...member, function: member.id === day.chair ? 'CHAIR' : 'MEMBER' }));

function canHear({ rules, interests }: InStep, { members, there }: Sitting, candidacyId: string): boolean {
  const present = there.filter((id) => !interests.isBarred(id, candidacyId));
  return heldProblems({ rules, members, there, interests, candidacyId, present, day: '' }).length === 0;
}

const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);

/** When the first of the hearings begins to which these were invited; null: none was. */
export const beginning = (invited: readonly Pick<BeforeCommittee, 'invitedAt'>[]): Temporal.Instant | null =>
  earliest(invited.flatMap(({ invitedAt }) => invitedAt ?? []));
