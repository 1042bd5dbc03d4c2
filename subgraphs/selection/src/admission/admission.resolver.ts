import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { DeclareInadmissibleInput } from './admission.input.ts';

@Resolver()
export class AdmissionMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Excludes an application that cannot be received, in the screening. The candidate is told with sendOutcomes.',
  })
  async declareInadmissible(
    @Arg('input', () => DeclareInadmissibleInput) input: DeclareInadmissibleInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.admission.declareInadmissible(input));
  }
}
