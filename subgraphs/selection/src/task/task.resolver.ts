import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { MOST_TASKS } from './task.rules.ts';
import { SelectionTask, type TaskView } from './task.type.ts';

@Resolver(() => SelectionTask)
export class TaskQueries {
  @Query(() => [SelectionTask], {
    nullable: true,
    description: `What waits for whoever asks in selection procedures, in each of their roles: as recruiter or authority of an institution, on a committee, as a candidate. The first ${MOST_TASKS}: what is due first, then what is not due at a time, in the order of a procedure. Candidates who have been erased have part in none.`,
  })
  myTasks(@Ctx() { services }: SelectionContext) {
    return services.tasks.mine();
  }

  @FieldResolver(() => SelectionProcedure, {
    nullable: true,
    description: 'Null once its vacancy is no longer public.',
  })
  procedure(@Root() { procedureId }: TaskView, @Ctx() { services }: SelectionContext) {
    return services.procedures.referred(procedureId);
  }
}
