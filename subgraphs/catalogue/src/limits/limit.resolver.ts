import { LIMITS } from '@mandate-graph/runtime';
import { Query, Resolver } from 'type-graphql';
import { Limit } from './limit.type.ts';

@Resolver()
export class LimitQueries {
  @Query(() => [Limit], {
    description: 'What requests are held to, so that clients need not find out by being refused.',
  })
  limits(): Limit[] {
    return Object.entries(LIMITS).map(([name, limit]) => ({ name, ...limit }));
  }
}
