import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ApplicationConnection } from '../application/application.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { Vacancy } from './vacancy.type.ts';

@Resolver(() => Vacancy)
export class VacancyFields {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Number of applications submitted and neither withdrawn nor lapsed, now (also for a dated reference). Null when there are fewer than 5, so that no number points at a person, and when the vacancy is unknown; the two are not told apart. The recruiter and the authority of its institution see every number.',
  })
  applicationCount(@Root() vacancy: Vacancy, @Ctx() { services }: CandidatesContext): Promise<number | null> {
    return services.applications.countOf(vacancy.id);
  }

  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description:
      'Applications as submitted, for the recruiter of the institution. Each one that is given is noted in the access log.',
  })
  applications(
    @Root() vacancy: Vacancy,
    @Ctx() { services }: CandidatesContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after?: string | null,
  ): Promise<ApplicationConnection> {
    return services.applications.of(vacancy.id, { first, after });
  }
}
