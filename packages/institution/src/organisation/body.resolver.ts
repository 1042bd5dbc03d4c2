import { Institution } from '@mandate-graph/runtime';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InstitutionContext, View } from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import { refer } from '../subject/subject.views.ts';
import { Body } from './body.type.ts';
import { LineArgs } from './line.arguments.ts';
import { linesOf } from './line.resolver.ts';
import { RelationshipLine } from './line.type.ts';
import { OrganisationalUnit } from './unit.type.ts';

@Resolver(() => Body)
export class BodyFields {
  @FieldResolver(() => Institution)
  institution(@Ctx() context: InstitutionContext) {
    return context.entry;
  }

  @FieldResolver(() => OrganisationalUnit, { nullable: true, description: 'The unit it was set up in or belongs to.' })
  unit(@Root() body: View<'body'>, @Ctx() context: InstitutionContext) {
    return refer(context, 'unit', body.unit, body.reading);
  }

  @FieldResolver(() => [RelationshipLine], { description: 'Relationship lines of this body.' })
  lines(@Root() body: View<'body'>, @Ctx() context: InstitutionContext, @Args(() => LineArgs) args: LineArgs) {
    return linesOf(context, body, args);
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() body: View<'body'>, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(body, [], paths);
  }
}
