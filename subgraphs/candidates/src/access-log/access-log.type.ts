import { Instant, PageInfo } from '@mandate-graph/runtime';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One reading of what is another’s: whose, by whom, and as what.' })
export class AccessLogEntry {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Instant)
  readonly at!: string;
  @Field(() => String, { description: 'Subject of the token that read.' })
  readonly actor!: string;
  @Field(() => String, { description: 'The role that allowed it, as tokens name it.' })
  readonly role!: string;
  @Field(() => String, {
    description:
      'The field that was read, such as Vacancy.applications; Application, where one was asked for by its id.',
  })
  readonly operation!: string;
  @Field(() => ID, { nullable: true, description: 'Whose data; null for a reading of the log of all candidates.' })
  readonly candidate!: string | null;
  @Field(() => ID, { nullable: true, description: 'The application that was read, where it was one.' })
  readonly application!: string | null;
}

@ObjectType({ description: 'An entry in a list.' })
export class AccessLogEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => AccessLogEntry, { nullable: true })
  readonly node!: AccessLogEntry | null;
}

@ObjectType({ description: 'The access log, newest first.' })
export class AccessLogConnection {
  @Field(() => [AccessLogEdge])
  readonly edges!: readonly AccessLogEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
