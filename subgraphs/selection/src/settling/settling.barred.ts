import type { StepRecord } from '../procedure/procedure.record.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { barringOf } from '../session/session.barring.ts';
import { registrationEnds, sessionTerms } from '../session/session.booking.rules.ts';
import type { SessionRecord } from '../session/session.record.ts';
import { type Seat, SessionRepository } from '../session/session.repository.ts';
import { SeatStore } from '../session/session.seats.store.ts';
import { SessionTelling } from '../session/session.telling.ts';
import { byRule, type Work } from '../writing/work.ts';

/**
 * Takes back the seats on days on which a waiting period turns out to run, since candidates were told of a failure
 * elsewhere; where the session was held already and there is no result yet, having sat it comes to nothing. They are asked
 * to choose one on another day for as long as there is any. Tells whether a seat was taken back.
 */
export async function takeBackBarred(
  work: Work,
  step: Pick<StepRecord, 'id'>,
  sessions: readonly SessionRecord[],
): Promise<boolean> {
  const seats = await new SessionRepository(work.manager).ofFailed(step.id);
  if (seats.length === 0) return false;
  const barring = await barringOf(work, seats, sessions, 'TOLD');
  const sessionOf = ({ sessionId }: Seat): SessionRecord => sessions.find(({ id }) => id === sessionId)!;
  const barred = seats.filter((seat) => barring(seat, sessionOf(seat)) !== null);
  await new SeatStore(work).free(barred, 'CALLED_OFF', byRule('waiting-period'), 'BARRED');
  const terms = sessionTerms(rulesOf(work.procedure));
  const telling = new SessionTelling(work, terms);
  for (const seat of barred) {
    const candidacy = { id: seat.candidacyId, candidateId: seat.candidateId };
    const free = sessions.filter((session) => barring(seat, session) === null);
    const dueAt = registrationEnds(free, terms, work.now);
    telling.barred(candidacy, sessionOf(seat), barring(seat, sessionOf(seat))!.until, dueAt);
    if (dueAt !== null) telling.toBook([candidacy], dueAt);
  }
  return barred.length > 0;
}
