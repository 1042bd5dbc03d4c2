import type { InstitutionEntry } from '@mandate-graph/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { InstitutionContext } from '../../institution.context.ts';
import { answerTo } from '../write.resolver.ts';
import { VacancyResult } from '../write.types.ts';
import {
  AmendVacancyInput,
  CreateVacancyInput,
  ExtendVacancyInput,
  PublishVacancyInput,
  WithdrawVacancyInput,
} from './vacancy.input.ts';
import { vacancyMutationNames } from './vacancy.write.access.ts';
import { amendVacancy, createVacancy, extendVacancy, publishVacancy, withdrawVacancy } from './vacancy.writes.ts';

/** The root fields by which an institution writes its vacancies. */
export function vacancyMutations(entry: InstitutionEntry): Function {
  const { code } = entry;
  const names = vacancyMutationNames(entry);

  @Resolver()
  class VacancyMutations {
    @Mutation(() => VacancyResult, {
      nullable: true,
      name: names.create,
      description: `Prepares a vacancy of ${code}: a draft, which nobody else sees.`,
    })
    create(@Arg('input', () => CreateVacancyInput) input: CreateVacancyInput, @Ctx() context: InstitutionContext) {
      return answerTo(context, createVacancy(names.create, input));
    }

    @Mutation(() => VacancyResult, {
      nullable: true,
      name: names.amend,
      description: `Changes what a vacancy of ${code} says from today on; what is public, with a reason.`,
    })
    amend(@Arg('input', () => AmendVacancyInput) input: AmendVacancyInput, @Ctx() context: InstitutionContext) {
      return answerTo(context, amendVacancy(names.amend, input));
    }

    @Mutation(() => VacancyResult, {
      nullable: true,
      name: names.publish,
      description: `Makes a draft of ${code} public from today on, when it keeps to the rules of its regime.`,
    })
    publish(@Arg('input', () => PublishVacancyInput) input: PublishVacancyInput, @Ctx() context: InstitutionContext) {
      return answerTo(context, publishVacancy(names.publish, input));
    }

    @Mutation(() => VacancyResult, {
      nullable: true,
      name: names.extend,
      description: `Gives a vacancy of ${code} a later deadline, also after the present one has passed.`,
    })
    extend(@Arg('input', () => ExtendVacancyInput) input: ExtendVacancyInput, @Ctx() context: InstitutionContext) {
      return answerTo(context, extendVacancy(names.extend, input));
    }

    @Mutation(() => VacancyResult, {
      nullable: true,
      name: names.withdraw,
      description: `Withdraws a vacancy of ${code} from today on; a draft is discarded.`,
    })
    withdraw(
      @Arg('input', () => WithdrawVacancyInput) input: WithdrawVacancyInput,
      @Ctx() context: InstitutionContext,
    ) {
      return answerTo(context, withdrawVacancy(names.withdraw, input));
    }
  }
  return VacancyMutations;
}
