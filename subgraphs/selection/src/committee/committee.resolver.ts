import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import { ConflictOfInterest } from '../interest/interest.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { Hearing } from './hearing.type.ts';
import { SelectionCommittee } from './selection.committee.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureCommittee {
  @FieldResolver(() => SelectionCommittee, {
    nullable: true,
    description: 'To the institution, to who is on it now, and to the authority. Null until the procedure has started.',
  })
  committee(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.committeeReader.ofProcedure(procedure);
  }
}

@Resolver(() => Candidacy)
export class CandidacyCommittee {
  @FieldResolver(() => [ConflictOfInterest], {
    nullable: true,
    description: 'What ties members to the candidate, or to the procedure as a whole; a member sees their own.',
  })
  conflicts(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.committeeReader.conflictsOf(candidacy);
  }

  @FieldResolver(() => [Hearing], { description: 'Oral tests and interviews, in the order of the steps.' })
  hearings(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.committeeReader.hearingsOf(candidacy);
  }
}
