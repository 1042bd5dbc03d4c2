import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import type { ProcedureView } from './procedure.service.ts';
import { SelectionProcedure, SelectionStep } from './procedure.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureFields {
  @Query(() => SelectionProcedure, { nullable: true, description: 'Null when there is no procedure of this id.' })
  selectionProcedure(@Arg('id', () => ID) id: string, @Ctx() { services }: SelectionContext) {
    return services.procedures.byId(id);
  }

  @FieldResolver(() => Vacancy, { nullable: true, description: 'Null while its institution cannot be reached.' })
  vacancy(@Root() procedure: ProcedureView): Vacancy {
    return { id: procedure.vacancyId };
  }

  @FieldResolver(() => [SelectionStep], { description: 'In order.' })
  steps(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.procedures.stepsOf(procedure);
  }
}
