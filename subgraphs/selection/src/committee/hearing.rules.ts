import type { Problem, StepKind } from '@mandate-graph/domain';
import { reasonsProblems } from '@mandate-graph/domain';
import type { Interests } from '../interest/interest.rules.ts';
import type { RecordedStepStatus } from '../procedure/procedure.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import {
  type CommitteeRules,
  type Counted,
  compositionProblems,
  HEARING_STEPS,
  hearingProblems,
} from './committee.rules.ts';

export const HEARD = ['HELD', 'ABSENT'] as const;
export type Heard = (typeof HEARD)[number];

/** Minutes of a day. */
const MOST_MINUTES = 1440;

export interface HearingStep {
  readonly kind: StepKind;
  readonly status: RecordedStepStatus;
}

/** Candidates are heard in an oral test or an interview, for as long as it runs. */
export const stepProblems = ({ kind, status }: HearingStep): Problem[] => [
  ...(HEARING_STEPS.includes(kind)
    ? []
    : [
        problem(
          'step',
          'NOT_A_HEARING',
          kind,
          `The committee hears candidates in the steps ${HEARING_STEPS.join(' and ')}`,
        ),
      ]),
  ...(status === 'RUNNING'
    ? []
    : [problem('step', 'NOT_RUNNING', status, 'Candidates are heard while the step is RUNNING')]),
];

/** A committee that opens a day of hearings. */
export interface Opening {
  readonly rules: CommitteeRules;
  /** Everybody who is on it now. */
  readonly members: readonly Counted[];
  readonly interests: Interests;
  /** The candidacies that wait in the step. */
  readonly waiting: readonly string[];
  readonly present: readonly string[];
}

/** Members who count: whoever may judge nobody of the procedure does not. */
export const countedOf = ({ members, interests }: Pick<Opening, 'members' | 'interests'>): readonly Counted[] =>
  members.filter(({ id }) => !interests.isBarred(id, null));

/** Everything that speaks against a day of hearings, as the committee is on that day. */
export function openingProblems(opening: Opening): Problem[] {
  const { rules, members, interests, waiting, present } = opening;
  const counted = countedOf(opening);
  return [
    ...present.flatMap((id, at) => {
      if (!members.some((member) => member.id === id)) return [notOnCommittee(`present[${at}]`)];
      return interests.isBarred(id, null) ? [barred(`present[${at}]`, id)] : [];
    }),
    ...undeclaredProblems(interests, counted, waiting),
    ...compositionProblems(rules, counted, present),
  ];
}

/** The hearing of one candidate, on a day that was opened. */
export interface Hearing {
  readonly rules: CommitteeRules;
  /** Who counted that day; null: no day was opened. */
  readonly members: readonly Counted[] | null;
  /** Who was there that day. */
  readonly there: readonly string[];
  readonly interests: Interests;
  readonly candidacyId: string;
  readonly present: readonly string[];
  readonly day: string;
}

/** Everything that speaks against a candidate having been heard so. */
export function heldProblems(hearing: Hearing): Problem[] {
  const { rules, members, there, interests, candidacyId, present, day } = hearing;
  if (members === null)
    return [problem('heldOn', 'NOT_OPENED', day, 'A candidate is heard on a day on which the hearing was opened')];
  const isBarred = (id: string) => interests.isBarred(id, candidacyId);
  return [
    ...present.flatMap((id, at) => {
      if (!there.includes(id)) return [notThere(`present[${at}]`)];
      return isBarred(id) ? [barred(`present[${at}]`, id)] : [];
    }),
    ...undeclaredProblems(interests, members, [candidacyId]),
    ...hearingProblems(rules, members, new Set(members.map(({ id }) => id).filter(isBarred)), present),
  ];
}

/** What is said of a hearing, by what it came to. */
export function givenProblems(
  { outcome, present, minutes, heldOn, reasons }: Given,
  { absenceExcludes, today }: { readonly absenceExcludes: boolean; readonly today: string },
): Problem[] {
  const absent = outcome === 'ABSENT';
  const byPerson = absent && !absenceExcludes;
  return [
    ...leftOut('present', present, absent),
    ...leftOut('minutes', minutes, absent),
    ...leftOut('heldOn', heldOn, absent),
    ...leftOut('reasons', reasons, !byPerson),
    ...(byPerson ? reasonsProblems(reasons ?? null) : []),
    ...(minutes == null || (minutes >= 1 && minutes <= MOST_MINUTES)
      ? []
      : [problem('minutes', 'OUT_OF_RANGE', String(minutes), `minutes must be 1 to ${MOST_MINUTES}`)]),
    ...(heldOn == null || heldOn <= today
      ? []
      : [problem('heldOn', 'IN_THE_FUTURE', heldOn, 'heldOn must be today or before')]),
  ];
}

interface Given {
  readonly outcome: Heard;
  readonly present?: readonly string[] | null;
  readonly minutes?: number | null;
  readonly heldOn?: string | null;
  readonly reasons?: string | null;
}

const leftOut = (path: string, value: unknown, must: boolean): Problem[] =>
  value == null || !must
    ? []
    : [
        problem(
          path,
          'NOT_WITH_THIS_OUTCOME',
          null,
          `${path} must be left out with this outcome, by the rules of this procedure`,
        ),
      ];

/** Each member who counts has said how they stand to each candidate they will judge. */
const undeclaredProblems = (
  interests: Interests,
  members: readonly Counted[],
  candidacies: readonly string[],
): Problem[] =>
  members
    .filter(({ id }) => interests.undeclared(id, candidacies).length > 0)
    .map(({ id }) =>
      problem(
        'members',
        'INTEREST_NOT_DECLARED',
        id,
        'Each member declares their interests for all candidates of the step first',
      ),
    );

const barred = (path: string, id: string): Problem =>
  problem(path, 'CONFLICT_OF_INTEREST', id, `${path} must be a member without a conflict of interest`);
const notOnCommittee = (path: string): Problem =>
  problem(path, 'UNKNOWN_MEMBER', null, `${path} must be the id of a member who is on the committee now`);
const notThere = (path: string): Problem =>
  problem(path, 'NOT_PRESENT', null, `${path} must be the id of a member who was there when the day was opened`);
