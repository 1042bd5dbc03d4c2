import { PageInfo } from '@mandate-graph/runtime';
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { CatalogueContext } from '../catalogue.context.ts';
import { UnitsArgs } from './unit.input.ts';
import type { UnitList } from './unit.list.ts';
import { OrganisationalUnitConnection, OrganisationalUnitEdge } from './unit.type.ts';

/** The fields of a list, each read only when it is selected. */
@Resolver(() => OrganisationalUnitConnection)
export class UnitQueries {
  @Query(() => OrganisationalUnitConnection, {
    description: 'Organisational units of all institutions, by their Dutch name, page by page.',
  })
  organisationalUnits(@Ctx() { units }: CatalogueContext, @Args(() => UnitsArgs) args: UnitsArgs) {
    return units.list(args);
  }

  @FieldResolver(() => [OrganisationalUnitEdge])
  edges(@Root() list: UnitList) {
    return list.edges();
  }

  @FieldResolver(() => PageInfo)
  pageInfo(@Root() list: UnitList) {
    return list.pageInfo();
  }

  @FieldResolver(() => Int)
  totalCount(@Root() list: UnitList) {
    return list.totalCount();
  }
}
