import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { AccessLogConnection } from './access-log.type.ts';

@Resolver(() => AccessLogConnection)
export class AccessLogQueries {
  @Query(() => AccessLogConnection, {
    nullable: true,
    description:
      'Who has read the data of candidates, newest first; of one candidate or of all. Reading it is itself logged.',
  })
  accessLog(
    @Arg('candidate', () => ID, { nullable: true, description: 'Id of a candidate’s account, a UUID.' })
    candidate: string | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' })
    first: number | null | undefined,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after: string | null | undefined,
    @Ctx() { services }: CandidatesContext,
  ): Promise<AccessLogConnection> {
    return services.accessLog.read(candidate ?? null, { first, after });
  }
}
