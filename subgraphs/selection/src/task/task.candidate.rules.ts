import type { CandidacyStatus } from '@mandate-graph/domain';
import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { type LedgerFacts, standingIn } from '../ledger/ledger.standing.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { registerProblems, registrationEnds, sessionTerms } from '../session/session.booking.rules.ts';
import type { BookingRecord, SessionRecord } from '../session/session.record.ts';
import { inStepProblems } from '../session/session.rules.ts';
import { answerWindow } from '../window/window.rights.rules.ts';
import type { StartedProcedure, StepFacts } from './task.repository.ts';
import { concerned, type Task, taskFor } from './task.rules.ts';

/** A candidacy of whoever asks, in a procedure that runs. */
export interface Booking {
  readonly id: string;
  readonly status: CandidacyStatus;
  readonly stepId: string | null;
  readonly procedure: StartedProcedure;
  readonly steps: readonly StepFacts[];
  readonly sessions: readonly SessionRecord[];
  /** Every seat that it has or had. */
  readonly seats: readonly BookingRecord[];
  /** What was sat and is held elsewhere. */
  readonly ledger: LedgerFacts;
}

/** A session is to be chosen as long as there is one that can be; by the end of registration for the last of them. */
export function bookingTasks(of: Booking, now: Temporal.Instant): Task[] {
  const { id, procedure, sessions } = of;
  if (inStepProblems(of, of).length > 0) return [];
  const rules = rulesOf(procedure);
  const terms = sessionTerms(rules);
  const free = sessions.filter(
    (session) =>
      registerProblems(session, of.seats, terms, now).length === 0 &&
      standingIn({ template: procedure.template, rules }, of.ledger, localDay(session.startsAt).toString()).status ===
        'OPEN',
  );
  if (free.length === 0) return [];
  return taskFor('BOOK_SESSION', procedure.id, concerned([id]), { dueAt: registrationEnds(free, terms, now) });
}

/** A candidacy of whoever asks that was chosen, by a decision that waits for its answer. */
export interface Chosen {
  readonly application: string;
  readonly procedure: StartedProcedure;
  readonly decidedAt: Temporal.Instant;
}

export const answerTasks = (chosen: readonly Chosen[]): Task[] =>
  chosen.flatMap(({ application, procedure, decidedAt }) => {
    const { endsAt: dueAt } = answerWindow(rulesOf(procedure), decidedAt);
    return taskFor('ANSWER_APPOINTMENT', procedure.id, concerned([application]), { dueAt });
  });
