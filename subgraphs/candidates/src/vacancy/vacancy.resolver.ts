import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { Vacancy } from './vacancy.type.ts';

@Resolver(() => Vacancy)
export class VacancyFields {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Number of applications submitted and neither withdrawn nor lapsed, now (also for a dated reference). Null when there are fewer than 5, so that no number points at a person, and when the vacancy is unknown; the two are not told apart.',
  })
  applicationCount(@Root() vacancy: Vacancy, @Ctx() context: CandidatesContext): Promise<number | null> {
    return context.services.applications.countOf(vacancy.id);
  }
}
