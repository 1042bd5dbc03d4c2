import type { ContractType as Contract, LanguageRole as Role, VacancyStatus as Status } from '@mandate-graph/domain';
import { ContractType, Decimal, graphEnum, LanguageRole, LocalDate, VacancyStatus } from '@mandate-graph/runtime';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../page/page.args.ts';
import { VACANCY_ORDERS, type VacancyOrderName } from './vacancy.filter.rules.ts';

export const VacancyOrder = graphEnum(
  'VacancyOrder',
  VACANCY_ORDERS,
  'CLOSING_DATE: soonest deadline first. TITLE: the Dutch title, accents folded. PAY_DESC: highest gross annual salary first, silent notices last. RELEVANCE: best match first; needs filter.text. Ties go by id.',
);

@InputType({ description: 'Which vacancies: those that meet every condition given. In a list, any value will do.' })
export class VacancyFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, or beginnings of words, in Dutch, French or English; all of them must occur in one language. Accents, capitals and endings do not matter; nothing in it is an operator. At most 200 characters.',
  })
  readonly text?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of institutions.' })
  readonly institution?: readonly string[] | null;
  @Field(() => ID, { nullable: true, description: 'Concerning exactly this unit.' })
  readonly unit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Concerning this unit or any below it: today, or on the day of a dated id.',
  })
  readonly subtreeOf?: string | null;
  @Field(() => [VacancyStatus], { nullable: true, description: 'As the clock has it now.' })
  readonly status?: readonly Status[] | null;
  @Field(() => [LanguageRole], { nullable: true })
  readonly languageRole?: readonly Role[] | null;
  @Field(() => [String], { nullable: true })
  readonly rank?: readonly string[] | null;
  @Field(() => [String], { nullable: true })
  readonly functionLevel?: readonly string[] | null;
  @Field(() => [ContractType], { nullable: true })
  readonly contractType?: readonly Contract[] | null;
  @Field(() => LocalDate, { nullable: true, description: 'First application deadline, inclusive.' })
  readonly closingFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last application deadline, inclusive.' })
  readonly closingTo?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Lowest gross annual salary in euro, inclusive.' })
  readonly payFrom?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Highest gross annual salary in euro, inclusive.' })
  readonly payTo?: string | null;
}

@ArgsType()
export class VacanciesArgs extends PageArgs {
  @Field(() => VacancyFilter, { nullable: true })
  readonly filter?: VacancyFilter | null;
  @Field(() => VacancyOrder, { nullable: true, defaultValue: 'CLOSING_DATE' })
  readonly orderBy?: VacancyOrderName | null;
}
