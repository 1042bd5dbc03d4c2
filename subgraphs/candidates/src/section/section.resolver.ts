import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { ApplicationResult } from '../writing/result.types.ts';
import { RemoveSpecificSectionInput, SaveSpecificSectionInput } from './section.input.ts';

@Resolver()
export class SectionMutations {
  @Mutation(() => ApplicationResult, {
    nullable: true,
    description:
      'Adds a specific section to an application, or changes one: from its beginning until the deadline, without a new validation.',
  })
  async saveSpecificSection(
    @Arg('input', () => SaveSpecificSectionInput) input: SaveSpecificSectionInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.sections.save(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'Takes a specific section out of an application, while it may be changed.',
  })
  async removeSpecificSection(
    @Arg('input', () => RemoveSpecificSectionInput) input: RemoveSpecificSectionInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.sections.remove(input));
  }
}
