import type {
  ContractType as Contract,
  Language as LanguageCode,
  NoticeType as Notice,
  PostFunction as Post,
  VacancyContent,
} from '@mandate-graph/domain';
import { ContractType, Language, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PostFunction } from '../../organisation/organisation.enums.ts';
import { NoticeType, WorkingTime } from '../../vacancy/vacancy.enums.ts';
import { LocalizedTextInput, PassageInput } from '../parts.input.ts';
import { EligibilityRuleInput } from './eligibility.input.ts';
import {
  ApplicationProcedureInput,
  DocumentRulesInput,
  RightsWindowInput,
  TestRegistrationInput,
} from './procedure.input.ts';
import { AnnouncedStepInput } from './step.input.ts';
import {
  AddressInput,
  ApplicationDeadlineInput,
  CompetenceInput,
  ContactPointInput,
  LanguageRolesInput,
  LinkInput,
  MandateTermsInput,
  OPTIONAL,
  PayInput,
  ResponsibilityInput,
  ResultAreaInput,
} from './vacancy.parts.input.ts';

/** What a notice may be silent on. */
@InputType()
abstract class SilentContentInput {
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly noticeTitle?: LocalizedTextInput | null;
  @Field(() => String, OPTIONAL)
  readonly selectionCode?: string | null;
  @Field(() => String, { nullable: true, description: 'As printed, such as m/v/x.' })
  readonly genderMarker?: string | null;
  @Field(() => Boolean, OPTIONAL)
  readonly openToAllGenders?: boolean | null;
  @Field(() => Boolean, OPTIONAL)
  readonly temporary?: boolean | null;
  @Field(() => Boolean, OPTIONAL)
  readonly topManagementFunction?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether only staff of the employer may apply.' })
  readonly internalOnly?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'The unit that recruits for the institution.' })
  readonly recruiter?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Left out: the day on which it is published in the graph.' })
  readonly publishedOn?: string | null;
  @Field(() => LocalDate, OPTIONAL)
  readonly opensOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The day the notice itself says it closed.' })
  readonly closedOn?: string | null;
  @Field(() => LanguageRolesInput, OPTIONAL)
  readonly languageRoles?: LanguageRolesInput | null;
  @Field(() => Language, OPTIONAL)
  readonly procedureLanguage?: LanguageCode | null;
  @Field(() => Int, OPTIONAL)
  readonly vacantPositions?: number | null;
  @Field(() => ContractType, OPTIONAL)
  readonly contractType?: Contract | null;
  @Field(() => String, OPTIONAL)
  readonly recruitmentType?: string | null;
  @Field(() => MandateTermsInput, OPTIONAL)
  readonly mandate?: MandateTermsInput | null;
  @Field(() => String, { nullable: true, description: 'Such as A5. Not a class, nor a salary band.' })
  readonly rank?: string | null;
  @Field(() => String, OPTIONAL)
  readonly functionLevel?: string | null;
  @Field(() => [Int], OPTIONAL)
  readonly weightingClasses?: readonly number[] | null;
  @Field(() => WorkingTime, OPTIONAL)
  readonly workingTime?: VacancyContent['workingTime'];
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly diploma?: LocalizedTextInput | null;
  @Field(() => AddressInput, OPTIONAL)
  readonly workplace?: AddressInput | null;
  @Field(() => [ContactPointInput], OPTIONAL)
  readonly contactPoints?: readonly ContactPointInput[] | null;
  @Field(() => [LinkInput], OPTIONAL)
  readonly links?: readonly LinkInput[] | null;
  @Field(() => [PassageInput], OPTIONAL)
  readonly aims?: readonly PassageInput[] | null;
  @Field(() => [PassageInput], OPTIONAL)
  readonly values?: readonly PassageInput[] | null;
  @Field(() => [ResponsibilityInput], OPTIONAL)
  readonly responsibilities?: readonly ResponsibilityInput[] | null;
  @Field(() => [ResultAreaInput], OPTIONAL)
  readonly resultAreas?: readonly ResultAreaInput[] | null;
  @Field(() => [CompetenceInput], OPTIONAL)
  readonly competences?: readonly CompetenceInput[] | null;
  @Field(() => PayInput, OPTIONAL)
  readonly pay?: PayInput | null;
  @Field(() => EligibilityRuleInput, { nullable: true, description: 'Judged at the application deadline.' })
  readonly participationConditions?: EligibilityRuleInput | null;
  @Field(() => EligibilityRuleInput, { nullable: true, description: 'Judged at the day of appointment.' })
  readonly appointmentConditions?: EligibilityRuleInput | null;
  @Field(() => DocumentRulesInput, OPTIONAL)
  readonly documentRules?: DocumentRulesInput | null;
  @Field(() => ApplicationProcedureInput, OPTIONAL)
  readonly applicationProcedure?: ApplicationProcedureInput | null;
  @Field(() => TestRegistrationInput, OPTIONAL)
  readonly testRegistration?: TestRegistrationInput | null;
  @Field(() => [AnnouncedStepInput], OPTIONAL)
  readonly announcedSteps?: readonly AnnouncedStepInput[] | null;
  @Field(() => [RightsWindowInput], OPTIONAL)
  readonly rights?: readonly RightsWindowInput[] | null;
  @Field(() => [PassageInput], OPTIONAL)
  readonly equalOpportunities?: readonly PassageInput[] | null;
  @Field(() => [PassageInput], OPTIONAL)
  readonly remarks?: readonly PassageInput[] | null;
}

@InputType({ description: 'What a vacancy says. What its notice is silent on is left out.' })
export class VacancyContentInput extends SilentContentInput {
  @Field(() => NoticeType)
  readonly noticeType!: Notice;
  @Field(() => LocalizedTextInput)
  readonly title!: LocalizedTextInput;
  @Field(() => PostFunction)
  readonly function!: Post;
  @Field(() => [ID])
  readonly unitsConcerned!: readonly string[];
  @Field(() => ID)
  readonly position!: string;
  @Field(() => ApplicationDeadlineInput)
  readonly applicationDeadline!: ApplicationDeadlineInput;
  @Field(() => PassageInput, { description: 'What the post is for.' })
  readonly mission!: PassageInput;
}

@InputType({
  description:
    'What is to be different. A field that is left out stays as it is; null clears one that may be silent; lists and objects are replaced whole.',
})
export class VacancyChangesInput extends SilentContentInput {
  @Field(() => NoticeType, OPTIONAL)
  readonly noticeType?: Notice | null;
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly title?: LocalizedTextInput | null;
  @Field(() => PostFunction, OPTIONAL)
  readonly function?: Post | null;
  @Field(() => [ID], OPTIONAL)
  readonly unitsConcerned?: readonly string[] | null;
  @Field(() => ID, OPTIONAL)
  readonly position?: string | null;
  @Field(() => ApplicationDeadlineInput, {
    nullable: true,
    description: 'Of a draft only; what is public is extended.',
  })
  readonly applicationDeadline?: ApplicationDeadlineInput | null;
  @Field(() => PassageInput, OPTIONAL)
  readonly mission?: PassageInput | null;
}
