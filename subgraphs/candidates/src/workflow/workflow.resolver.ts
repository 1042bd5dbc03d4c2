import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { ApplicationWorkflow } from './workflow.type.ts';

@Resolver(() => Vacancy)
export class WorkflowFields {
  @FieldResolver(() => ApplicationWorkflow, {
    nullable: true,
    description:
      'How one applies. Null for what is not public, and where it is read by earlier knowledge than the newest.',
  })
  applicationWorkflow(
    @Root() vacancy: Vacancy,
    @Ctx() { services }: CandidatesContext,
  ): Promise<ApplicationWorkflow | null> {
    return services.workflow.of(vacancy.id);
  }
}
