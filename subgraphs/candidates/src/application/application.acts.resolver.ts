import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { ApplicationResult } from '../writing/result.types.ts';
import {
  ApplicationActInput,
  ContestLapseInput,
  DecideContestInput,
  StartApplicationInput,
  WithdrawApplicationInput,
} from './application.acts.input.ts';
import { Application } from './application.type.ts';

@Resolver()
export class ApplicationMutations {
  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'Begins an application: a draft, one for each candidate and vacancy.',
  })
  async startApplication(
    @Arg('input', () => StartApplicationInput) input: StartApplicationInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.start(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'DRAFT to PROVISIONAL, while the vacancy is open. The day of the first one is the date of candidacy.',
  })
  async submitApplication(
    @Arg('input', () => ApplicationActInput) input: ApplicationActInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.submit(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description:
      'PROVISIONAL to DEFINITIVE, while the vacancy is open. Refused until the specific sections reach the required years, with what lacks for each rule. What is changed afterwards needs no new validation.',
  })
  async validateApplication(
    @Arg('input', () => ApplicationActInput) input: ApplicationActInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.validate(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'To WITHDRAWN, also after the deadline. Until the deadline it can be taken up again.',
  })
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput) input: WithdrawApplicationInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.withdraw(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'WITHDRAWN to DRAFT, or to PROVISIONAL when it had been submitted: it is validated anew.',
  })
  async resumeApplication(
    @Arg('input', () => ApplicationActInput) input: ApplicationActInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.resume(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'Contests, once, that an application lapsed because it was not validated by the deadline.',
  })
  async contestLapse(
    @Arg('input', () => ContestLapseInput) input: ContestLapseInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.contestLapse(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'Decides on a contested lapse, by the institution of the vacancy: upheld, it becomes DEFINITIVE.',
  })
  async decideContest(
    @Arg('input', () => DecideContestInput) input: DecideContestInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.applicationActs.decideContest(input));
  }
}

@Resolver(() => Candidate)
export class CandidateApplications {
  @FieldResolver(() => [Application], {
    nullable: true,
    description: 'In the order of their submission, drafts last; for the candidate only.',
  })
  applications(@Root() candidate: CandidateView, @Ctx() { services }: CandidatesContext) {
    return services.applications.ofCandidate(candidate.id);
  }
}
