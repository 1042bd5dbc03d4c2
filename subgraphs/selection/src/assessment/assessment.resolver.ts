import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import {
  CorrectAssessmentInput,
  ExcludeFromAssessmentInput,
  RecordAssessmentInput,
  RecordAttendanceInput,
} from './assessment.input.ts';
import { Assessment } from './assessment.type.ts';

@Resolver(() => Candidacy)
export class CandidacyAssessment {
  @FieldResolver(() => Assessment, {
    nullable: true,
    description:
      'The computer assessment: for the institution, and for the candidate once told of the result. Null for those who judge later.',
  })
  assessment(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.assessments.ofCandidacy(candidacy);
  }
}

@Resolver()
export class AssessmentMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records whether a candidate was there, once the session has started. Absence excludes at once where the notice says so. What is recorded is the booking.',
  })
  async recordAttendance(
    @Arg('input', () => RecordAttendanceInput) input: RecordAttendanceInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.attendance.record(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records the result of whoever was there: who passes goes on and is told, who does not is out and is told with sendOutcomes. What is recorded is the assessment.',
  })
  async recordAssessment(
    @Arg('input', () => RecordAssessmentInput) input: RecordAssessmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.assessment.record(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Corrects a result while nothing has come of it, with reasons. What is recorded is the assessment.',
  })
  async correctAssessment(
    @Arg('input', () => CorrectAssessmentInput) input: CorrectAssessmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.assessmentCorrection.correct(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Excludes from the computer assessment, by a person and with reasons, whoever has not sat it and cannot register any more, or left it without a result. Told with sendOutcomes.',
  })
  async excludeFromAssessment(
    @Arg('input', () => ExcludeFromAssessmentInput) input: ExcludeFromAssessmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.assessment.exclude(input));
  }
}
