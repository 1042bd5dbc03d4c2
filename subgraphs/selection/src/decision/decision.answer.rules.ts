import { isOver, type Problem } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { Window } from '../window/window.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';
import { conditionProblems, type Deciding, type Eligibility } from './decision.rules.ts';

/** What was decided on the conditions for being appointed, and what that counts for. */
export interface Judged extends Pick<Deciding, 'template' | 'eligibility'> {
  readonly reservationAtAppointment: 'TO_BE_LIFTED' | 'ENOUGH';
}

/** As much of it as says whether there is a reservation. */
export type Reserved = Omit<Judged, 'eligibility'> & { readonly eligibility: Pick<Eligibility, 'outcome'> | null };

/**
 * What the conditions for being appointed say against accepting: where they are met under reservation, that may not do any
 * more. Who accepts late may have been judged for a day up to that one.
 */
export function acceptanceProblems(decidedFor: string, begins: string, judged: Judged): Problem[] {
  const judgedOn = judged.eligibility?.judgedOn ?? decidedFor;
  const problems = conditionProblems(decidedFor <= judgedOn && judgedOn <= begins ? judgedOn : decidedFor, judged);
  return isUnderReservation(judged) ? [...problems, UNDER_RESERVATION] : problems;
}

/** Whether a reservation on the conditions keeps the one who was chosen from accepting, until the recruiter lifts it. */
const isUnderReservation = ({ template, eligibility, reservationAtAppointment }: Reserved): boolean =>
  template.appointmentConditions !== null &&
  reservationAtAppointment === 'TO_BE_LIFTED' &&
  eligibility?.outcome === 'CONDITIONAL';

/** That no answer came can be recorded once the last day for it is over. */
export const noAnswerProblems = ({ endsAt, lastDay }: Window, now: Temporal.Instant, reserved: Reserved): Problem[] => [
  ...(endsAt !== null && isOver(endsAt, now)
    ? []
    : [
        naming(
          'procedure',
          'ANSWER_AWAITED',
          lastDay,
          'procedure must be one in which the last day for the answer of the one who was chosen is over',
        ),
      ]),
  // Whoever cannot accept yet has not kept silent.
  ...(isUnderReservation(reserved) ? [CANNOT_ACCEPT] : []),
];

const UNDER_RESERVATION = problem(
  'application',
  'CONDITIONS_UNDER_RESERVATION',
  null,
  'application must be one for which the recruiter has lifted the reservation on the conditions for being appointed',
);
const CANNOT_ACCEPT = problem(
  'procedure',
  'CONDITIONS_UNDER_RESERVATION',
  null,
  'procedure must be one in which the one who was chosen can accept: the recruiter lifts the reservation on the conditions for being appointed first',
);
