import { PageInfo } from '@mandate-graph/runtime';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueContext } from '../catalogue.context.ts';
import { Vacancy } from '../subject/subject.type.ts';
import { VacanciesArgs } from './vacancy.input.ts';
import type { VacancyList } from './vacancy.list.ts';
import { VacancyConnection, VacancyEdge, VacancyFacets } from './vacancy.type.ts';

/** The fields of a list, each read only when it is selected. */
@Resolver(() => VacancyConnection)
export class VacancyQueries {
  @Query(() => VacancyConnection, { description: 'Vacancies of all institutions that are valid today, page by page.' })
  vacancies(@Ctx() { vacancies }: CatalogueContext, @Args(() => VacanciesArgs) args: VacanciesArgs) {
    return vacancies.list(args);
  }

  @Query(() => Vacancy, {
    nullable: true,
    description:
      'The vacancy with a selection code, capitals or not; null when there is none. Codes are their recruiter’s: give the institution where two have the same.',
  })
  vacancyBySelectionCode(
    @Ctx() { vacancies }: CatalogueContext,
    @Arg('selectionCode', () => String) selectionCode: string,
    @Arg('institution', () => String, { nullable: true }) institution?: string,
  ) {
    return vacancies.bySelectionCode(selectionCode, institution ?? null);
  }

  @FieldResolver(() => [VacancyEdge])
  edges(@Root() list: VacancyList) {
    return list.edges();
  }

  @FieldResolver(() => PageInfo)
  pageInfo(@Root() list: VacancyList) {
    return list.pageInfo();
  }

  @FieldResolver(() => Int)
  totalCount(@Root() list: VacancyList) {
    return list.totalCount();
  }

  @FieldResolver(() => VacancyFacets)
  facets(@Root() list: VacancyList) {
    return list.facets();
  }
}
