import { PageInfo } from '@mandate-graph/runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { OrganisationalUnit } from '../subject/subject.type.ts';

@ObjectType({ description: 'An organisational unit in a list.' })
export class OrganisationalUnitEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => OrganisationalUnit, {
    nullable: true,
    description: 'Null, with an error, while its institution does not answer.',
  })
  readonly node!: OrganisationalUnit | null;
}

@ObjectType({ description: 'A list of organisational units of all institutions.' })
export class OrganisationalUnitConnection {
  @Field(() => [OrganisationalUnitEdge])
  readonly edges!: readonly OrganisationalUnitEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Number of units in the whole list.' })
  readonly totalCount!: number;
}
