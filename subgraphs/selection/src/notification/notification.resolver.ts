import { Instant } from '@mandate-graph/runtime';
import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { SendOutcomesInput } from './notification.input.ts';
import { Deadline, Notification } from './notification.type.ts';

@Resolver(() => Candidacy)
export class CandidacyNotifications {
  @FieldResolver(() => [Notification], {
    description: 'What was sent, oldest first: to the candidate and the institution.',
  })
  notifications(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.deadlines.notificationsOf(candidacy);
  }

  @FieldResolver(() => [Deadline], {
    description:
      'What can be done, and until when, by what was sent; of each code the one that ends last. An ANSWER counts after its last day as well, until it is recorded that none came.',
  })
  deadlines(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.deadlines.deadlinesOf(candidacy);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether nothing can be done about where it stands any more: it has ended, was sent, no window is open, no contest is open, and the outcome of every appeal is recorded. What has no last day, such as a complaint, does not hold it up.',
  })
  final(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.deadlines.isFinal(candidacy);
  }
}

@Resolver(() => SelectionProcedure)
export class ProcedureNotifications {
  @FieldResolver(() => Instant, {
    nullable: true,
    description:
      'From when its outcome is final: everybody was told, no window for feedback or appeal that has a last day is open, and no contest or appeal is pending. Null until that is known, and while one is.',
  })
  finalFrom(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.deadlines.finalFrom(procedure.id);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Sends candidates the outcome of a step, the result or the decision: from here on they see it with its reasons, and the windows run.',
  })
  async sendOutcomes(
    @Arg('input', () => SendOutcomesInput) input: SendOutcomesInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.notifications.sendOutcomes(input));
  }
}
