import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { TrailConnection, TrailContent, TrailEntry, type TrailEntryView, TrailHead } from './trail.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureTrail {
  @FieldResolver(() => TrailHead, { nullable: true, description: 'How far its trail has come.' })
  trailHead(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.trails.headOf(procedure);
  }

  @FieldResolver(() => TrailConnection, {
    nullable: true,
    description:
      'Every act on it, oldest first. To the authority its own, and those that name no candidate but whom it was submitted; to a candidate of it, whoever they are besides, none.',
  })
  trail(
    @Root() procedure: ProcedureView,
    @Ctx() { services }: SelectionContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after?: string | null,
  ) {
    return services.trails.of(procedure, { first, after });
  }
}

@Resolver(() => TrailEntry)
export class TrailEntryFields {
  @FieldResolver(() => [TrailContent], {
    nullable: true,
    description:
      'What is personal of it: for the institution, of scores once it may see them; for the authority, of the candidates who were submitted to it. Null for others, where there is nothing, and once the person was erased.',
  })
  personal(@Root() entry: TrailEntryView, @Ctx() { services }: SelectionContext) {
    return services.trails.contentOf(entry);
  }
}
