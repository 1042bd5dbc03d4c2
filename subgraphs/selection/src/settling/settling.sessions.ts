import { rulesOf } from '../regime/regime.of.rules.ts';
import { type Barring, barringOf } from '../session/session.barring.ts';
import { sessionTerms } from '../session/session.booking.rules.ts';
import { chancesOf, isHeld, isRegistrationOver, isToSettle } from '../session/session.chance.rules.ts';
import { type Excluded, excludeByRule } from '../session/session.exclusion.ts';
import type { SessionRecord } from '../session/session.record.ts';
import { SessionRepository, type WaitingCandidacy } from '../session/session.repository.ts';
import { assessmentStep } from '../session/session.rules.ts';
import { SeatStore } from '../session/session.seats.store.ts';
import { SessionStore } from '../session/session.store.ts';
import { SessionTelling } from '../session/session.telling.ts';
import { byRule, type Work } from '../writing/work.ts';
import { takeBackBarred } from './settling.barred.ts';

/**
 * Seats of those who are not in the step any more are free again, and so are those on days of a waiting period; and once the last registration period is over, whoever
 * had a chance to register and has no seat is out.
 */
export async function settleSessions(work: Work): Promise<void> {
  const { procedure, manager, now } = work;
  const step = assessmentStep(procedure);
  if (step === null || procedure.status !== 'RUNNING') return;
  const repository = new SessionRepository(manager);
  const sessions = await repository.ofProcedure(procedure.id);
  if (sessions.length === 0) return;
  await new SeatStore(work).free(await repository.leftBehind(step.id), 'RELEASED', byRule('left-the-step'));
  const taken = await takeBackBarred(work, step, sessions);
  const toSettle = sessions.filter((session) => isHeld(session) && !session.settled && isToSettle(session, now));
  if (toSettle.length > 0) await new SessionStore(work).settled(toSettle);
  else if (!taken) return;
  await excludeUnregistered(work);
}

/** Does nothing while registration for a session is not over. Who is out is told at once, and can contest it. */
export async function excludeUnregistered(work: Work): Promise<void> {
  const { procedure, now } = work;
  const step = assessmentStep(procedure)!;
  const terms = sessionTerms(rulesOf(procedure));
  if (!terms.onlyInPeriod || !terms.absenceExcludes) return;
  const repository = new SessionRepository(work.manager);
  const sessions = await repository.ofProcedure(procedure.id);
  if (!isRegistrationOver(sessions, now)) return;
  const waiting = await repository.waitingIn(step.id);
  const barring = await barringOf(work, waiting, sessions, 'TOLD');
  const excluded = waiting.flatMap((candidacy): Excluded[] => {
    const out = outOf(candidacy, sessions, barring);
    return out === null ? [] : [{ candidacy, ...out }];
  });
  await excludeByRule(work, step, excluded, byRule('registration'));
  new SessionTelling(work, terms).nothingToBook(excluded.map(({ candidacy }) => candidacy));
}

/** Null: they stay. A chance on a day on which they may not sit the assessment is none; without any day left they are out. */
function outOf(
  candidacy: WaitingCandidacy,
  sessions: readonly SessionRecord[],
  barring: Barring,
): Omit<Excluded, 'candidacy'> | null {
  const chances = chancesOf(candidacy, sessions);
  const isFree = (session: SessionRecord): boolean => barring(candidacy, session) === null;
  if (chances.some(isFree)) return { result: 'NOT_REGISTERED' };
  if (chances.length === 0 && !candidacy.lostSeat) return null;
  const held = sessions.filter(isHeld);
  if (held.some(isFree)) return null;
  // Sessions are in the order of their days: the period that runs on the last one ends after all of them.
  return { result: 'BARRED', until: barring(candidacy, held.at(-1)!)!.until };
}
