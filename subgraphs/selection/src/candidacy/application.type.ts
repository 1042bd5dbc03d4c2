import type { Resource } from '@mandate-graph/runtime';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What this subgraph adds to an application, which candidates serve. */
@Directive('@key(fields: "id")')
@ObjectType()
export class Application {
  @Field(() => ID)
  readonly id!: string;
  /** By which access to its fields is judged; left out in a reference. */
  readonly whose?: Resource;
}
