import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SessionBooking, TestSession } from './session.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureSessions {
  @FieldResolver(() => [TestSession], {
    nullable: true,
    description: 'Every session of the computer assessment, in the order of their starts, for those who run it.',
  })
  sessions(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.sessions.ofProcedure(procedure.id);
  }
}

@Resolver(() => Candidacy)
export class CandidacySessions {
  @FieldResolver(() => [TestSession], {
    description: 'The sessions to choose from while it is in the computer assessment; none at any other time.',
  })
  sessions(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.sessions.ofCandidacy(candidacy);
  }

  @FieldResolver(() => SessionBooking, {
    nullable: true,
    description: 'The seat it has, or had when its session was held: for the candidate and the institution.',
  })
  booking(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.sessions.bookingOf(candidacy);
  }

  @FieldResolver(() => [SessionBooking], {
    nullable: true,
    description: 'Every seat it has or had, oldest first: for the institution.',
  })
  bookings(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.sessions.bookingsOf(candidacy);
  }
}
