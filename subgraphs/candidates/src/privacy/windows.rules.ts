import {
  type CandidacyStatus,
  closesAt,
  endOfPeriod,
  isOver,
  lastDayBefore,
  latest,
  type Problem,
  type VacancyStatus,
} from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../application/application.state.rules.ts';

/**
 * Why what is kept of a candidate is still needed. An exemption is not among it: it is for the candidate's good alone,
 * who gives it up by asking to be erased; a waiting period is, since it counts against the candidate.
 */
export type WindowCode =
  | 'RUNNING_APPLICATION'
  | 'CONTEST_OPEN'
  | 'CONTEST_POSSIBLE'
  | 'FEEDBACK'
  | 'APPEAL'
  | 'APPEAL_PENDING'
  | 'WAITING';

/** A time in which a right can be used that needs what is kept. */
export interface Window {
  readonly code: WindowCode;
  readonly application: string;
  readonly vacancy: string;
  /** The first instant after it; null: until the procedure has ended, or somebody has decided. */
  readonly until: Temporal.Instant | null;
  /** What it follows from, in words. */
  readonly source: string;
}

/** A decision on a file, as its candidate was told of it. */
export interface DecisionFacts {
  readonly outcome: 'ELIGIBLE' | 'CONDITIONAL' | 'NOT_ELIGIBLE';
  readonly notifiedAt: Temporal.Instant;
  /** The notification named the remedy and its time. */
  readonly remedyStated: boolean;
}

/** A vacancy as far as windows depend on it. */
export interface VacancyFacts {
  /** Now; what is no longer public counts as withdrawn. */
  readonly status: VacancyStatus;
  /** The first instant that is too late to apply; null: no longer public. */
  readonly closesAt: Temporal.Instant | null;
  /** How long feedback can be asked for, in ISO 8601; null: the notice does not say. */
  readonly feedback: string | null;
  /** Null: it is not filled. */
  readonly filledAt: Temporal.Instant | null;
}

/** What the selection told of an application. */
export interface SelectionFacts {
  /** Null: it is not, or not yet, a candidacy in a procedure. */
  readonly candidacy: CandidacyStatus | null;
  readonly ended: boolean;
  /** An appeal was lodged, and how it ended is not recorded yet. */
  readonly appealPending: boolean;
  /** The last days, whole, of the windows that its notifications opened, yyyy-mm-dd; null: none did. */
  readonly feedbackUntil: string | null;
  readonly appealUntil: string | null;
  readonly waitingUntil: string | null;
}

/** An application, with all that its windows follow from. */
export interface ApplicationFacts {
  readonly id: string;
  readonly vacancyId: string;
  readonly standing: Standing;
  /** When it was brought to where it stands: of a lapse, the lapse. */
  readonly actedAt: Temporal.Instant;
  /** Null: nothing was told of it, so nothing ends with it. */
  readonly vacancy: VacancyFacts | null;
  readonly decisions: readonly DecisionFacts[];
  /** When each rejection of a contest was told, which always names the remedy. */
  readonly contestsRejectedAt: readonly Temporal.Instant[];
  readonly selection: SelectionFacts;
}

/** How long what is kept waits for a lapse to be contested: a choice of the platform, since neither notice speaks of it. */
const CONTEST_PERIOD = 'P30D';

/** The windows that are open now. */
export const openWindows = (applications: readonly ApplicationFacts[], now: Temporal.Instant): Window[] =>
  applications.flatMap(windowsOf).filter(({ until }) => until === null || !isOver(until, now));

/** All windows of an application, also those that are over; of each code, the one that ends last. */
export function windowsOf(facts: ApplicationFacts): Window[] {
  // Undefined: there is none of this code.
  const ends: readonly (readonly [WindowCode, Temporal.Instant | null | undefined])[] = [
    ['RUNNING_APPLICATION', isRunning(facts) ? null : undefined],
    ['CONTEST_OPEN', isContestable(facts, 'OPEN') ? null : undefined],
    ['CONTEST_POSSIBLE', isContestable(facts, null) ? endOfPeriod(facts.actedAt, CONTEST_PERIOD) : undefined],
    ['FEEDBACK', lastOf(feedbackEnds(facts))],
    ['APPEAL', lastOf(appealEnds(facts))],
    ['APPEAL_PENDING', facts.selection.appealPending ? null : undefined],
    ['WAITING', lastOf(wholeDays(facts.selection.waitingUntil))],
  ];
  return ends.flatMap(([code, until]) =>
    until === undefined
      ? []
      : [{ code, application: facts.id, vacancy: facts.vacancyId, until, source: SOURCES[code] }],
  );
}

const SOURCES: Readonly<Record<WindowCode, string>> = {
  RUNNING_APPLICATION: 'it ends with the procedure, or when the application is withdrawn',
  CONTEST_OPEN: 'it ends when the contest is decided',
  CONTEST_POSSIBLE:
    'a lapse can be contested as long as the account stands, and the account is kept for that for 30 days, a choice of this platform',
  FEEDBACK: 'feedback can be asked for in writing after the results were sent, law of 11 April 1994',
  APPEAL: 'a decision can be brought before the Council of State, article 19 of its coordinated laws',
  APPEAL_PENDING: 'it ends when the institution records the outcome of the appeal to the Council of State',
  WAITING:
    'after a failed assessment none of the same or a higher level may be sat, and another account would be another person',
};

/** An open window, as the reason why nothing is erased. */
export function windowProblem({ code, vacancy, until, source }: Window): Problem {
  const day = until === null ? null : lastDayBefore(until);
  const when = day === null ? '' : ` until ${day} inclusive`;
  return {
    path: 'account',
    code,
    value: day,
    rule: `account is not erased while the window ${code} of ${vacancy} is open${when}: ${source}.`,
  };
}

/**
 * The procedure has ended when the selection says so, and when its vacancy is withdrawn or filled. Until then, whoever is
 * out of it by a step may yet be readmitted, and is who others were compared with; only those who withdrew are not.
 */
const isRunning = ({ standing: { status }, vacancy, selection }: ApplicationFacts): boolean =>
  status !== 'WITHDRAWN' &&
  status !== 'LAPSED' &&
  selection.candidacy !== 'WITHDRAWN' &&
  !selection.ended &&
  vacancy?.status !== 'WITHDRAWN' &&
  vacancy?.status !== 'FILLED';

/** With the vacancy withdrawn there is nothing left to be reinstated in; of a draft there never was. */
const isContestable = ({ standing, vacancy }: ApplicationFacts, contest: Standing['contest']): boolean =>
  standing.status === 'LAPSED' &&
  standing.submitted &&
  standing.lapsedBy === 'DEADLINE' &&
  standing.contest === contest &&
  vacancy?.status !== 'WITHDRAWN';

/**
 * The selection tells until when, of what it sent. Besides, who was found not eligible had that as the final result; to
 * those who stayed, and of whom the selection told nothing, it was sent at the latest when the vacancy was filled. What
 * ends last counts.
 */
function feedbackEnds({ standing, vacancy, decisions, selection }: ApplicationFacts): Temporal.Instant[] {
  const { feedback = null, filledAt = null } = vacancy ?? {};
  const told = wholeDays(selection.feedbackUntil);
  if (feedback === null) return told;
  const stayed = standing.status === 'DEFINITIVE' && filledAt !== null && told.length === 0 ? [filledAt] : [];
  const sent = [...refusals(decisions).map(({ notifiedAt }) => notifiedAt), ...stayed];
  return [...told, ...sent.map((sentAt) => endOfPeriod(sentAt, feedback))];
}

/** The 60 days run from the notification; where it did not name the remedy, from 4 months later. */
const appealEnds = ({ decisions, contestsRejectedAt, selection }: ApplicationFacts): Temporal.Instant[] => [
  ...wholeDays(selection.appealUntil),
  ...refusals(decisions).map(({ notifiedAt, remedyStated }) =>
    endOfPeriod(notifiedAt, remedyStated ? 'P60D' : 'P4M60D'),
  ),
  ...contestsRejectedAt.map((notifiedAt) => endOfPeriod(notifiedAt, 'P60D')),
];

const refusals = (decisions: readonly DecisionFacts[]): readonly DecisionFacts[] =>
  decisions.filter(({ outcome }) => outcome === 'NOT_ELIGIBLE');

const wholeDays = (until: string | null): Temporal.Instant[] =>
  until === null ? [] : [closesAt({ date: until, timeOfDay: null })];

const lastOf = (ends: readonly Temporal.Instant[]): Temporal.Instant | undefined =>
  ends.length === 0 ? undefined : latest(...ends);
