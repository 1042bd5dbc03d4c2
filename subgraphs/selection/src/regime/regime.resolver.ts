import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { LegalRegime } from './regime.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureRegime {
  @FieldResolver(() => LegalRegime, {
    nullable: true,
    description:
      'The rules by which it runs, each with what it rests on: a law, its notice, or a choice. Null until it starts.',
  })
  regime(@Root() { id }: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.regimes.ofProcedure(id);
  }
}
