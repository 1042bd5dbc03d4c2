import type { AccessTable } from '@mandate-graph/runtime';

/** Of what is under SELECTION_READ here, candidates see their own, recruiters all, and those who judge nothing. */
export const SESSION_ACCESS: AccessTable = {
  Mutation: {
    SELECTION_RUN: 'planSession changeSession callOffSession',
    OWN: 'registerForSession cancelRegistration',
  },
  SelectionProcedure: { SELECTION_RUN: 'sessions' },
  Candidacy: { SELECTION_READ: 'sessions booking', SELECTION_RUN: 'bookings' },
  TestSession: {
    SELECTION_READ: `id version startsAt endsAt testDay registrationFrom registrationUntil registrationOpen place capacity
      seatsLeft calledOffAt calledOffReasons`,
  },
  SessionBooking: {
    SELECTION_READ: 'id version status session bookedAt leftAt cancelUntil cancelAsked reportProblemsUntil',
  },
};
