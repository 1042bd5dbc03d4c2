import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure, SelectionStep } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionCounts, SelectionStepCount, type StepCountView } from './count.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureCounts {
  @FieldResolver(() => SelectionCounts, { nullable: true, description: 'Null for a procedure without steps.' })
  counts(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.counts.of(procedure);
  }
}

@Resolver(() => SelectionStepCount)
export class StepCountFields {
  @FieldResolver(() => SelectionStep)
  step(@Root() { step }: StepCountView) {
    return step;
  }
}
