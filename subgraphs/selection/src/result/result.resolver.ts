import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { SubmitResultInput } from './result.input.ts';
import { SubmittedResult } from './result.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureResult {
  @FieldResolver(() => SubmittedResult, {
    nullable: true,
    description:
      'What the committee submitted last. Null until it has, and where the procedure ended before it could conclude on anybody.',
  })
  result(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.results.of(procedure);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Submits what the committee concluded to the authority, by its chair, once: the suitable come before it. Where nobody is suitable, the procedure ends instead. Waits until no contest is open and nobody whom a rule excluded can file one any more.',
  })
  async submitResult(
    @Arg('input', () => SubmitResultInput) input: SubmitResultInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.submitting.submit(input));
  }
}
