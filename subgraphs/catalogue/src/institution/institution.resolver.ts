import { Institution } from '@mandate-graph/runtime';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CatalogueContext } from '../catalogue.context.ts';

@Resolver()
export class InstitutionQueries {
  @Query(() => [Institution], { description: 'Every institution of the graph, in the order of their codes.' })
  institutions(@Ctx() { registry }: CatalogueContext) {
    return registry.codes.map((code) => registry.get(code));
  }

  @Query(() => Institution, { nullable: true, description: 'Null for a code that no institution has.' })
  institution(@Arg('code', () => String) code: string, @Ctx() { registry }: CatalogueContext) {
    return registry.get(code);
  }
}
