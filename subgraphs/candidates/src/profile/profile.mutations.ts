import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { CandidateResult } from '../writing/result.types.ts';
import type { EntryInputs } from './profile.entries.rules.ts';
import {
  RemoveProfileEntryInput,
  SaveAppointmentDecreeInput,
  SaveDeclarationInput,
  SaveDiplomaInput,
  SaveDismissalInput,
  SaveFunctionHeldInput,
  SaveNationalityInput,
  SaveStaffRecordInput,
  SaveWorkExperienceInput,
} from './profile.input.ts';

const saves = (what: string) => ({
  nullable: true,
  description: `Adds ${what} to the profile of the caller, or changes one, whole. It may have at most 100.`,
});

@Resolver()
export class ProfileMutations {
  @Mutation(() => CandidateResult, saves('a diploma'))
  saveDiploma(@Arg('input', () => SaveDiplomaInput) input: SaveDiplomaInput, @Ctx() context: CandidatesContext) {
    return save(context, 'saveDiploma', input);
  }

  @Mutation(() => CandidateResult, saves('an appointment by decree'))
  saveAppointmentDecree(
    @Arg('input', () => SaveAppointmentDecreeInput) input: SaveAppointmentDecreeInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveAppointmentDecree', input);
  }

  @Mutation(() => CandidateResult, saves('a function held'))
  saveFunctionHeld(
    @Arg('input', () => SaveFunctionHeldInput) input: SaveFunctionHeldInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveFunctionHeld', input);
  }

  @Mutation(() => CandidateResult, saves('a stretch of work'))
  saveWorkExperience(
    @Arg('input', () => SaveWorkExperienceInput) input: SaveWorkExperienceInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveWorkExperience', input);
  }

  @Mutation(() => CandidateResult, saves('a staff record'))
  saveStaffRecord(
    @Arg('input', () => SaveStaffRecordInput) input: SaveStaffRecordInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveStaffRecord', input);
  }

  @Mutation(() => CandidateResult, saves('a nationality'))
  saveNationality(
    @Arg('input', () => SaveNationalityInput) input: SaveNationalityInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveNationality', input);
  }

  @Mutation(() => CandidateResult, saves('a declaration'))
  saveDeclaration(
    @Arg('input', () => SaveDeclarationInput) input: SaveDeclarationInput,
    @Ctx() context: CandidatesContext,
  ) {
    return save(context, 'saveDeclaration', input);
  }

  @Mutation(() => CandidateResult, saves('a dismissal or removal'))
  saveDismissal(@Arg('input', () => SaveDismissalInput) input: SaveDismissalInput, @Ctx() context: CandidatesContext) {
    return save(context, 'saveDismissal', input);
  }

  @Mutation(() => CandidateResult, {
    nullable: true,
    description: 'Removes an entry, of any kind, from the profile of the caller. A file that is frozen keeps it.',
  })
  async removeProfileEntry(
    @Arg('input', () => RemoveProfileEntryInput) input: RemoveProfileEntryInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.profiles.remove(input));
  }
}

async function save<M extends keyof EntryInputs>({ services }: CandidatesContext, mutation: M, input: EntryInputs[M]) {
  return answerTo(await services.profiles.save(mutation, input));
}
