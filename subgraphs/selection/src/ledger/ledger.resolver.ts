import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { RecordFunctionHeldInput } from './holding.input.ts';
import {
  AssessmentAttempt,
  AssessmentLedgerConnection,
  AssessmentStanding,
  type AttemptView,
  ExemptingFunction,
} from './ledger.type.ts';

@Resolver(() => Candidacy)
export class CandidacyLedger {
  @FieldResolver(() => AssessmentStanding, {
    nullable: true,
    description:
      'For the candidate and the institution. Until the candidate is in the assessment it is that of today; from then on exemption is judged by the day on which it opened, or as the legal regime says. Null where there is none.',
  })
  assessmentStanding(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.ledger.standingOf(candidacy);
  }

  @FieldResolver(() => [AssessmentAttempt], {
    nullable: true,
    description:
      'For the institution: all assessments that the candidate sat, oldest first. Of other vacancies it is told neither which they were, nor the score.',
  })
  assessmentAttempts(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.ledger.attemptsOf(candidacy);
  }

  @FieldResolver(() => ExemptingFunction, {
    nullable: true,
    description: 'For the candidate and the institution. Null: none was recorded.',
  })
  functionHeld(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.ledger.functionHeldOf(candidacy);
  }
}

@Resolver(() => AssessmentAttempt)
export class AssessmentAttemptFields {
  @FieldResolver(() => SelectionProcedure, {
    nullable: true,
    description: 'In which it was sat: for the candidate, and for the institution in its own vacancy.',
  })
  procedure(@Root() { procedureId }: AttemptView, @Ctx() { services }: SelectionContext) {
    return procedureId === null ? null : services.procedures.referred(procedureId);
  }
}

@Resolver()
export class LedgerQueries {
  @Query(() => AssessmentLedgerConnection, {
    nullable: true,
    description: 'The assessments that the caller sat, across all vacancies, newest first, as far as they were told.',
  })
  assessmentLedger(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' })
    first: number | null | undefined,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after: string | null | undefined,
    @Ctx() { services }: SelectionContext,
  ) {
    return services.ledger.own({ first, after });
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records that the file proves a management or staff function which exempts its holder from the assessment. Whoever waits in the assessment is exempt at once; that cannot be taken back.',
  })
  async recordFunctionHeld(
    @Arg('input', () => RecordFunctionHeldInput) input: RecordFunctionHeldInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.holdings.record(input));
  }
}
