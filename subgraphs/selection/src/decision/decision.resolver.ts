import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import { Mandate } from '../mandate/mandate.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { AppointmentDecision, CandidacyDecision } from './decision.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureDecisions {
  @FieldResolver(() => AppointmentDecision, {
    nullable: true,
    description: 'The last decision on the appointment; null: none has been taken.',
  })
  async decision(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return (await services.decisionReader.ofProcedure(procedure))[0];
  }

  @FieldResolver(() => [AppointmentDecision], {
    nullable: true,
    description: 'Decisions that came to nothing, since whoever was chosen did not accept; the last one first.',
  })
  async earlierDecisions(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return (await services.decisionReader.ofProcedure(procedure)).slice(1);
  }
}

@Resolver(() => Candidacy)
export class CandidacyDecisions {
  @FieldResolver(() => CandidacyDecision, {
    nullable: true,
    description:
      'To the candidate, once chosen or once the decision was sent; not to the committee. Null while there is none that concerns it.',
  })
  decision(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.decisionReader.ofCandidacy(candidacy);
  }
}

@Resolver(() => AppointmentDecision)
export class AppointmentDecisionFields {
  @FieldResolver(() => Mandate, { nullable: true, description: 'Null until it has been accepted.' })
  mandate(@Root() { id, procedureId, whose }: AppointmentDecision, @Ctx() { services }: SelectionContext) {
    return services.mandateReader.ofDecision(procedureId, id, whose);
  }
}

@Resolver(() => CandidacyDecision)
export class CandidacyDecisionFields {
  @FieldResolver(() => Mandate, { nullable: true, description: 'Of the candidate, once accepted.' })
  async mandate(
    @Root() { decisionId, procedureId, chosen, whose }: CandidacyDecision,
    @Ctx() { services }: SelectionContext,
  ) {
    return chosen ? services.mandateReader.ofDecision(procedureId, decisionId, whose) : null;
  }
}
