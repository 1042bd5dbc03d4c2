import type { Temporal } from 'temporal-polyfill';

/**
 * RELEASED by the candidate or with the candidacy; CALLED_OFF with the session, or by a waiting period that runs on its
 * day; PRESENT or ABSENT once it was held.
 */
export const BOOKING_STATUSES = ['BOOKED', 'RELEASED', 'CALLED_OFF', 'PRESENT', 'ABSENT'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** When a session is held, and when candidates can register for it: from its first instant to before the last one. */
export interface SessionTimes {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly registrationFrom: Temporal.Instant;
  readonly registrationUntil: Temporal.Instant;
}

/** A session of the computer assessment, as acts see it. */
export interface SessionRecord extends SessionTimes {
  readonly id: string;
  readonly stepId: string;
  readonly capacity: number;
  readonly taken: number;
  readonly place: string;
  readonly calledOffAt: Temporal.Instant | null;
  /** From when seats have been left without a break; null: none is. */
  readonly roomSince: Temporal.Instant | null;
  /** When its time or place last changed; null: never. */
  readonly movedAt: Temporal.Instant | null;
  /** It was looked at who is out since its registration period is over. */
  readonly settled: boolean;
  readonly version: number;
}

/** A seat that a candidate has, or had. */
export interface BookingRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly candidacyId: string;
  readonly status: BookingStatus;
  readonly bookedAt: Temporal.Instant;
  readonly version: number;
}
