import { Directive, Field, ID, InterfaceType } from 'type-graphql';

/*
 * What institutions hold, as the catalogue knows it: by id alone. These are the keyed interfaces of the graph; the
 * institutions describe them, so that nothing is described twice.
 */

const byTypename = {
  autoRegisterImplementations: false,
  resolveType: (stub: { __typename: string }) => stub.__typename,
};

@Directive('@key(fields: "id")')
@InterfaceType('Vacancy', byTypename)
export abstract class Vacancy {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@key(fields: "id")')
@InterfaceType('OrganisationalUnit', byTypename)
export abstract class OrganisationalUnit {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@key(fields: "id")')
@InterfaceType('Position', byTypename)
export abstract class Position {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@key(fields: "id")')
@InterfaceType('Body', byTypename)
export abstract class Body {
  @Field(() => ID)
  readonly id!: string;
}
