import type { Reading, AnnouncedStep as Step } from '@mandate-graph/domain';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InstitutionContext } from '../institution.context.ts';
import { Party } from '../organisation/party.type.ts';
import { namedParty } from '../subject/subject.views.ts';
import { AnnouncedStep } from './step.type.ts';

/** A step with how its vacancy was read. */
export type StepView = Step & { readonly reading: Reading };

@Resolver(() => AnnouncedStep)
export class StepFields {
  @FieldResolver(() => Party, { nullable: true, description: 'Who carries it out; null when the notice is silent.' })
  actor(@Root() step: StepView, @Ctx() context: InstitutionContext) {
    return namedParty(context, step.actor, step.reading);
  }

  @FieldResolver(() => Party, { nullable: true, description: 'Who decides in the end, where that is another party.' })
  decidedBy(@Root() step: StepView, @Ctx() context: InstitutionContext) {
    return namedParty(context, step.decidedBy, step.reading);
  }
}
