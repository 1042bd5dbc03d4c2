import type { CandidacyStatus as Status } from '@mandate-graph/domain';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure, SelectionStep } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { Application } from './application.type.ts';
import { CandidacyConnection } from './candidacy.connection.type.ts';
import { Candidacy, CandidacyStatus, type SeenCandidacy } from './candidacy.type.ts';
import { type OutcomeView, StepOutcome } from './outcome.type.ts';

@Resolver(() => Application)
export class ApplicationFields {
  @FieldResolver(() => Candidacy, {
    nullable: true,
    description:
      'Its part in the selection: null until that has started with it, and for whoever may not see it, as a member of the committee whom a conflict of interest bars.',
  })
  progress(@Root() { id }: Application, @Ctx() { services }: SelectionContext) {
    return services.candidacies.ofApplication(id);
  }
}

@Resolver(() => Candidacy)
export class CandidacyFields {
  @FieldResolver(() => Application, { nullable: true, description: 'Null while candidates cannot be reached.' })
  application(@Root() { id, whose }: SeenCandidacy): Application {
    return { id, whose };
  }

  @FieldResolver(() => SelectionProcedure, {
    nullable: true,
    description: 'Null when its vacancy is no longer public.',
  })
  procedure(@Root() { procedureId }: SeenCandidacy, @Ctx() { services }: SelectionContext) {
    return services.procedures.referred(procedureId);
  }

  @FieldResolver(() => SelectionStep, {
    nullable: true,
    description: 'In which it stands, or stood when it left. Null after the last one.',
  })
  step(@Root() candidacy: SeenCandidacy, @Ctx() { services }: SelectionContext) {
    return services.candidacies.stepOf(candidacy);
  }

  @FieldResolver(() => [StepOutcome], {
    description:
      'What steps came to, in their order. To the candidate: what is in their favour or follows from a rule at once, what a person decided against them once it was sent, and the group of the committee once the result was sent.',
  })
  outcomes(@Root() candidacy: SeenCandidacy, @Ctx() { services }: SelectionContext) {
    return services.candidacies.outcomesOf(candidacy);
  }
}

@Resolver(() => StepOutcome)
export class StepOutcomeFields {
  @FieldResolver(() => SelectionStep, { nullable: true })
  step(@Root() outcome: OutcomeView, @Ctx() { services }: SelectionContext) {
    return services.candidacies.stepOf(outcome);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'For the candidate, the institution and the authority; members of the committee see those that they gave with what it concluded. Null where there are none, or they stand elsewhere.',
  })
  reasons(@Root() outcome: OutcomeView, @Ctx() { services }: SelectionContext) {
    return services.candidacies.reasonsOf(outcome);
  }
}

@Resolver(() => SelectionProcedure)
export class ProcedureCandidacies {
  @FieldResolver(() => CandidacyConnection, {
    nullable: true,
    description:
      'All for the institution; for a member of the committee those whom it compares, but for whom a conflict of interest bars; for the authority those who were submitted to it. Never one’s own.',
  })
  candidacies(
    @Root() procedure: ProcedureView,
    @Ctx() { services }: SelectionContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after?: string | null,
    @Arg('status', () => CandidacyStatus, { nullable: true, description: 'Left out: all.' }) status?: Status | null,
  ) {
    return services.candidacies.ofProcedure(procedure, status ?? null, { first, after });
  }
}
