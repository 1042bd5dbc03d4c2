import { localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { cancelAskedBefore, cancelUntil, isOpen, type SessionTerms, sessionTerms } from './session.booking.rules.ts';
import { isHeld } from './session.chance.rules.ts';
import { reportProblemsUntil } from './session.days.rules.ts';
import type { SessionLoaders } from './session.loaders.ts';
import type { ShownBooking, ShownSession } from './session.reading.repository.ts';
import type { BookingStatus } from './session.record.ts';
import type { SessionBooking, TestSession } from './session.type.ts';

interface Terms {
  readonly terms: SessionTerms;
  /** Working days before a test; null: the notice does not say. */
  readonly workingDays: number | null;
}

/** What candidates see of the sessions they can choose from and of their own seat, and recruiters of all. */
export class SessionService {
  constructor(
    private readonly loaders: SessionLoaders,
    private readonly now: Temporal.Instant,
  ) {}

  /** For those who run it. */
  async ofProcedure(procedureId: string): Promise<TestSession[]> {
    return this.#shown(procedureId, await this.loaders.ofProcedure.load(procedureId));
  }

  /** What can be chosen from by whoever is in the step of the sessions; nothing for anybody else. */
  async ofCandidacy({ procedureId, status, stepId, viewer }: CandidacyView): Promise<TestSession[]> {
    if (!concerns(viewer) || status !== 'IN_PROGRESS') return [];
    const sessions = await this.loaders.ofProcedure.load(procedureId);
    return this.#shown(
      procedureId,
      sessions.filter((session) => isHeld(session) && session.stepId === stepId),
    );
  }

  /** The seat that it has, or had when its session was held. */
  async bookingOf(candidacy: CandidacyView): Promise<SessionBooking | null> {
    const bookings = await this.bookingsOf(candidacy);
    return bookings.findLast(({ status }) => CURRENT.includes(status)) ?? null;
  }

  async bookingsOf({ id, procedureId, viewer }: CandidacyView): Promise<SessionBooking[]> {
    if (!concerns(viewer)) return [];
    const bookings = await this.loaders.bookingsOf.load(id);
    if (bookings.length === 0) return [];
    const terms = await this.#termsOf(procedureId);
    return bookings.map((booking) => this.#booking(booking, terms));
  }

  async #shown(procedureId: string, sessions: readonly ShownSession[]): Promise<TestSession[]> {
    if (sessions.length === 0) return [];
    const { terms } = await this.#termsOf(procedureId);
    return sessions.map((session) => this.#session(session, terms));
  }

  /** Whoever has sessions runs, and so by the rules it started with. */
  async #termsOf(procedureId: string): Promise<Terms> {
    const started = (await this.loaders.startedBy.load(procedureId))!;
    const workingDays = started.template.testRegistration?.reportProblemsWorkingDays ?? null;
    return { terms: sessionTerms(rulesOf(started)), workingDays };
  }

  #session(session: ShownSession, terms: SessionTerms): TestSession {
    const { id, version, startsAt, endsAt, registrationFrom, registrationUntil, place, capacity, taken } = session;
    const { calledOffAt, calledOffReasons } = session;
    return {
      ...{ id, version, place, capacity, calledOffReasons },
      ...{ startsAt: startsAt.toString(), endsAt: endsAt.toString(), testDay: localDay(startsAt).toString() },
      ...{ registrationFrom: registrationFrom.toString(), registrationUntil: registrationUntil.toString() },
      registrationOpen: isOpen(session, terms, this.now),
      seatsLeft: isHeld(session) ? capacity - taken : 0,
      calledOffAt: calledOffAt?.toString() ?? null,
    };
  }

  #booking({ session, bookedAt, leftAt, ...facts }: ShownBooking, { terms, workingDays }: Terms): SessionBooking {
    const { id, version, status } = facts;
    const { startsAt } = session;
    return {
      ...{ id, version, status, session: this.#session(session, terms) },
      ...{ bookedAt: bookedAt.toString(), leftAt: leftAt?.toISOString() ?? null },
      cancelUntil: cancelUntil(startsAt, terms).toString(),
      cancelAsked: cancelAskedBefore(startsAt, terms)?.toString() ?? null,
      reportProblemsUntil: workingDays === null ? null : reportProblemsUntil(startsAt, workingDays).toString(),
    };
  }
}

const CURRENT: readonly BookingStatus[] = ['BOOKED', 'PRESENT', 'ABSENT'];
const concerns = (viewer: CandidacyView['viewer']): boolean => viewer === 'CANDIDATE' || viewer === 'RECRUITER';
