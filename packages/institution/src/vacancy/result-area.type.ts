import type { ResultArea as DomainResultArea, Reading } from '@mandate-graph/domain';
import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import type { InstitutionContext } from '../institution.context.ts';
import { OrganisationalUnit } from '../organisation/unit.type.ts';
import { named } from '../subject/subject.views.ts';
import { ResultAreaKind } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'An area in which the holder is to reach results.' })
export class ResultArea {
  @Field(() => String, { description: 'Stable within the vacancy.' })
  readonly key!: string;
  @Field(() => ResultAreaKind)
  readonly kind!: DomainResultArea['kind'];
  @Field(() => Passage)
  readonly description!: Passage;
}

/** A result area with how its vacancy was read. */
export type ResultAreaView = DomainResultArea & { readonly reading: Reading };

@Resolver(() => ResultArea)
export class ResultAreaFields {
  @FieldResolver(() => OrganisationalUnit, { nullable: true, description: 'Null: common to all units concerned.' })
  unit(@Root() area: ResultAreaView, @Ctx() context: InstitutionContext) {
    return named(context, 'unit', area.unit, area.reading);
  }
}
