import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { Vacancy } from './vacancy.type.ts';

@Resolver(() => Vacancy)
export class VacancyFields {
  @FieldResolver(() => SelectionProcedure, {
    nullable: true,
    description: 'The selection as it stands now, also for a dated reference. Null until it has been made.',
  })
  selectionProcedure(@Root() vacancy: Vacancy, @Ctx() { services }: SelectionContext) {
    return services.procedures.ofVacancy(vacancy.id);
  }
}
