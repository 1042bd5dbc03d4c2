import type { PageArguments } from '@mandate-graph/persistence';
import { ArgsType, Field, Int } from 'type-graphql';

const CURSOR = 'A cursor that the same list gave in the same order.';

/** Relay's page arguments: `first` with `after` reads forwards, `last` with `before` backwards. */
@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, { nullable: true, description: 'Number of entries from the start, from 1 to 100; 20 by default.' })
  readonly first?: number | null;
  @Field(() => String, { nullable: true, description: CURSOR })
  readonly after?: string | null;
  @Field(() => Int, { nullable: true, description: 'Number of entries from the end, from 1 to 100.' })
  readonly last?: number | null;
  @Field(() => String, { nullable: true, description: CURSOR })
  readonly before?: string | null;
}
