import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import type { ProfileLists } from './profile.lists.rules.ts';
import {
  AppointmentDecree,
  Declaration,
  Diploma,
  Dismissal,
  FunctionHeld,
  Nationality,
  StaffRecord,
  WorkExperience,
} from './profile.types.ts';

/** A list that only candidates themselves have: others see what an application showed when it was judged. */
const own = (what: string) => ({
  nullable: true,
  description: `${what}, as they stand now; for the candidate only. At most 100, in the order in which they were made.`,
});

@Resolver(() => Candidate)
export class ProfileFields {
  @FieldResolver(() => [Diploma], own('Diplomas'))
  diplomas(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'diplomas');
  }

  @FieldResolver(() => [AppointmentDecree], own('Appointments by decree'))
  appointmentDecrees(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'appointmentDecrees');
  }

  @FieldResolver(() => [FunctionHeld], own('Functions held'))
  functionsHeld(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'functionsHeld');
  }

  @FieldResolver(() => [WorkExperience], own('Stretches of work'))
  workExperience(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'workExperience');
  }

  @FieldResolver(() => [StaffRecord], own('Where somebody is or was in service'))
  staffRecords(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'staffRecords');
  }

  @FieldResolver(() => [Nationality], own('Nationalities'))
  nationalities(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'nationalities');
  }

  @FieldResolver(() => [Declaration], own('Declarations'))
  declarations(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'declarations');
  }

  @FieldResolver(() => [Dismissal], own('Dismissals and removals'))
  dismissals(@Root() candidate: CandidateView, @Ctx() context: CandidatesContext) {
    return list(context, candidate, 'dismissals');
  }
}

async function list<N extends keyof ProfileLists>(
  { services }: CandidatesContext,
  candidate: CandidateView,
  name: N,
): Promise<ProfileLists[N]> {
  return (await services.profiles.of(candidate))[name];
}
