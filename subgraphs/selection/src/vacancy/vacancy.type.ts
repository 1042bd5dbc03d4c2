import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What this subgraph adds to every vacancy, whichever institution it is of. */
@Directive('@key(fields: "id")')
@Directive('@interfaceObject')
@ObjectType('Vacancy')
export class Vacancy {
  @Field(() => ID)
  readonly id!: string;
}
