import { brussels } from '../../testing/selection.ts';
import type { SessionTerms } from '../session.booking.rules.ts';
import type { BookingRecord, SessionRecord } from '../session.record.ts';

/** What the federal notice prints. */
export const TERMS: SessionTerms = {
  ...{ onlyInPeriod: true, cancelAtLatest: 'PT1H', cancelAsked: 'P1D', rebookingAllowed: true, absenceExcludes: true },
};

type Instants =
  | 'startsAt'
  | 'endsAt'
  | 'registrationFrom'
  | 'registrationUntil'
  | 'roomSince'
  | 'movedAt'
  | 'calledOffAt';
type Own = Partial<Omit<SessionRecord, Instants>> & { readonly [I in Instants]?: string | null };

/** A session on 20 November 2025; registration is from 1 to 15 November, that day not included. Instants are local. */
export function session({ startsAt, endsAt, registrationFrom, registrationUntil, ...own }: Own = {}): SessionRecord {
  const { roomSince = registrationFrom ?? '2025-11-01T00:00', movedAt, calledOffAt, ...facts } = own;
  const maybe = (local: string | null | undefined) => (local == null ? null : brussels(local));
  return {
    ...{ id: 'session', stepId: 'assessment', capacity: 10, taken: 0, place: 'Room 1', settled: false, version: 1 },
    startsAt: brussels(startsAt ?? '2025-11-20T09:00'),
    endsAt: brussels(endsAt ?? '2025-11-20T11:00'),
    registrationFrom: brussels(registrationFrom ?? '2025-11-01T00:00'),
    registrationUntil: brussels(registrationUntil ?? '2025-11-15T00:00'),
    ...{ roomSince: maybe(roomSince), movedAt: maybe(movedAt), calledOffAt: maybe(calledOffAt) },
    ...facts,
  };
}

export const booking = (status: BookingRecord['status'], own: Partial<BookingRecord> = {}): BookingRecord => ({
  ...{ id: 'booking', sessionId: 'session', candidacyId: 'candidacy', status, version: 1 },
  bookedAt: brussels('2025-11-03T10:00'),
  ...own,
});
