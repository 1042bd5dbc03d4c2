import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { EndMandateInput, PublishAppointmentInput } from './mandate.input.ts';
import { Appointee } from './mandate.type.ts';

@Resolver(() => SelectionProcedure)
export class ProcedureMandate {
  @FieldResolver(() => Appointee, {
    nullable: true,
    description: 'Null until the authority has published who was appointed. Nobody else of a procedure is ever public.',
  })
  appointee(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.mandateReader.appointee(procedure);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Makes public who was appointed, once the appointment was accepted: from here on everybody sees the name that is given here, and the mandate. Anew, to correct the name.',
  })
  async publishAppointment(
    @Arg('input', () => PublishAppointmentInput) input: PublishAppointmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.mandates.publish(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Ends a mandate before its term, or fixes the end of one that has none; anew, to change that day.',
  })
  async endMandate(@Arg('input', () => EndMandateInput) input: EndMandateInput, @Ctx() { services }: SelectionContext) {
    return answerTo(await services.mandates.end(input));
  }
}
