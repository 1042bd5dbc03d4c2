import { type Problem, unknown } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { excludeUnregistered } from '../settling/settling.sessions.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import { barringOf } from './session.barring.ts';
import { cancelProblems, freedAs, registerProblems, registrationEnds, sessionTerms } from './session.booking.rules.ts';
import type { CancelRegistrationInput, RegisterForSessionInput } from './session.input.ts';
import type { SessionRecord } from './session.record.ts';
import { SessionRepository } from './session.repository.ts';
import { inStepProblems } from './session.rules.ts';
import { SeatStore } from './session.seats.store.ts';
import { SessionTelling } from './session.telling.ts';

/** What candidates do with sessions: they take a seat, and give it up. */
export class SessionRegistrationService {
  constructor(private readonly writing: SelectionWriting) {}

  register(input: RegisterForSessionInput): Promise<Written> {
    const act = (given: RegisterForSessionInput, work: Work) => this.#register(given, work);
    return this.writing.ofCandidate({ mutation: 'registerForSession', input, act });
  }

  cancel(input: CancelRegistrationInput): Promise<Written> {
    const act = (given: CancelRegistrationInput, work: Work) => this.#cancel(given, work);
    return this.writing.ofCandidate({ mutation: 'cancelRegistration', input, act });
  }

  async #register({ application, session: id }: RegisterForSessionInput, work: Work): Promise<Acted> {
    const { procedure, now, manager } = work;
    const [repository, terms] = [new SessionRepository(manager), sessionTerms(rulesOf(procedure))];
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, application))!;
    const session = await repository.one(procedure.id, id);
    const seats = await repository.seatsOf([candidacy.id]);
    // Where somebody stands who has sat it, they are told with what is sent, and not by a refusal.
    const hasSat = seats.some(({ status }) => status === 'PRESENT');
    const problems = [
      ...(hasSat ? [] : inStepProblems(candidacy, procedure).map((one) => ({ ...one, value: null }))),
      ...(session === null
        ? [unknown('session', 'SESSION', 'a session of the procedure of this application')]
        : [...registerProblems(session, seats, terms, now), ...(await barredProblems(work, candidacy, session))]),
    ];
    if (session === null || problems.length > 0) return { problems };
    const answer = await new SeatStore(work).take(session, candidacy);
    const telling = new SessionTelling(work, terms);
    telling.nothingToBook([candidacy]);
    telling.booked(candidacy, session);
    return { answer };
  }

  /** Where no session is left to choose from, whoever gives up a seat is out: they are not registered for any. */
  async #cancel({ application }: CancelRegistrationInput, work: Work): Promise<Acted> {
    const { procedure, now, manager } = work;
    const [repository, terms] = [new SessionRepository(manager), sessionTerms(rulesOf(procedure))];
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, application))!;
    const seat = (await repository.seatsOf([candidacy.id])).find(({ status }) => status === 'BOOKED');
    if (seat === undefined) return { problems: [NO_SEAT] };
    const sessions = await repository.ofProcedure(procedure.id);
    const session = sessions.find(({ id: one }) => one === seat.sessionId)!;
    const problems = cancelProblems(session.startsAt, terms, now);
    if (problems.length > 0) return { problems };
    await new SeatStore(work).free([seat], freedAs(seat, session));
    const dueAt = terms.rebookingAllowed ? registrationEnds(sessions, terms, now) : null;
    const telling = new SessionTelling(work, terms);
    telling.released(candidacy, session, dueAt);
    if (dueAt !== null) telling.toBook([candidacy], dueAt);
    await excludeUnregistered(work);
    const { id, version } = seat;
    return { answer: { id, version: version + 1, recordedAt: now.toString(), procedureId: procedure.id } };
  }
}

const NO_SEAT = problem('application', 'NO_SEAT', null, 'A seat is given up by whoever has one');

/**
 * When the waiting period ends is told where a candidate reads of their standing, and not in a refusal. One that
 * they have not been told of takes no seat from them either: it does so once they are.
 */
async function barredProblems(work: Work, candidacy: CandidacyRecord, session: SessionRecord): Promise<Problem[]> {
  const barring = await barringOf(work, [candidacy], [session], 'TOLD');
  if (barring(candidacy, session) === null) return [];
  return [problem('session', 'BARRED', null, 'A waiting period after an earlier assessment runs on that day')];
}
