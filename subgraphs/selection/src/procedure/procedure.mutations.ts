import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { type RecordedOfProcedure, SelectionRecorded, SelectionResult } from '../writing/recorded.type.ts';
import { ConcludeStepInput, StartSelectionInput } from './procedure.input.ts';
import { SelectionProcedure } from './procedure.type.ts';

@Resolver()
export class ProcedureMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Starts the selection of a closed vacancy for one post: from here on it runs by the steps, conditions and legal regime as they are now.',
  })
  async startSelection(
    @Arg('input', () => StartSelectionInput) input: StartSelectionInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.procedureActs.start(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Concludes a step in which nobody waits any more. Where nobody is left at all, the procedure ends.',
  })
  async concludeStep(
    @Arg('input', () => ConcludeStepInput) input: ConcludeStepInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.procedureActs.conclude(input));
  }
}

@Resolver(() => SelectionRecorded)
export class SelectionRecordedFields {
  @FieldResolver(() => SelectionProcedure, { nullable: true, description: 'The procedure, as it is now.' })
  procedure(@Root() { procedureId }: RecordedOfProcedure, @Ctx() { services }: SelectionContext) {
    return services.procedures.referred(procedureId);
  }
}
