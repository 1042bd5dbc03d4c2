import type { ContractType as Contract, NoticeType as Notice, PostFunction as Post } from '@mandate-graph/domain';
import { ContractType, Institution, Language, LocalDate, LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import { Validity } from '../graph/validity.type.ts';
import { PostFunction } from '../organisation/organisation.enums.ts';
import { Competence } from './competence.type.ts';
import { EligibilityRule } from './eligibility.type.ts';
import { ApplicationProcedure, DocumentRules, RightsWindow, TestRegistration } from './procedure.type.ts';
import { NoticeType, WorkingTime } from './vacancy.enums.ts';
import { Address, ContactPoint, LanguageRoles, Link, MandateTerms, Pay, Responsibility } from './vacancy.parts.type.ts';

@InterfaceType('Vacancy', {
  autoRegisterImplementations: false,
  resolveType: (vacancy: { __typename: string }) => vacancy.__typename,
  description: 'A vacancy, with everything its notice says. What the notice does not state is null or an empty list.',
})
export abstract class Vacancy {
  @Field(() => ID, {
    description:
      'Global id; with the day (`…@yyyy-mm-dd`) and the instant (`…~…`) it was read by, where a reference gave them.',
  })
  readonly id!: string;
  @Field(() => Institution)
  readonly institution!: Institution;
  @Field(() => NoticeType)
  readonly noticeType!: Notice;
  @Field(() => LocalizedText, { nullable: true })
  readonly noticeTitle!: LocalizedText | null;
  @Field(() => String, { nullable: true })
  readonly selectionCode!: string | null;
  @Field(() => LocalizedText)
  readonly title!: LocalizedText;
  @Field(() => String, { nullable: true, description: 'As printed, such as m/v/x.' })
  readonly genderMarker!: string | null;
  @Field(() => Boolean, { nullable: true })
  readonly openToAllGenders!: boolean | null;
  @Field(() => PostFunction)
  readonly function!: Post;
  @Field(() => Boolean, { nullable: true })
  readonly temporary!: boolean | null;
  @Field(() => Boolean, { nullable: true })
  readonly topManagementFunction!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether only staff of the employer may apply.' })
  readonly internalOnly!: boolean | null;
  @Field(() => LocalDate, { nullable: true })
  readonly publishedOn!: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly opensOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The day the notice itself says it closed.' })
  readonly closedOn!: string | null;
  @Field(() => Boolean, { description: 'Loaded from a notice of the past.' })
  readonly historical!: boolean;
  @Field(() => LanguageRoles, { nullable: true })
  readonly languageRoles!: LanguageRoles | null;
  @Field(() => Language, { nullable: true })
  readonly procedureLanguage!: 'nl' | 'fr' | 'en' | null;
  @Field(() => Int, { nullable: true })
  readonly vacantPositions!: number | null;
  @Field(() => ContractType, { nullable: true })
  readonly contractType!: Contract | null;
  @Field(() => String, { nullable: true })
  readonly recruitmentType!: string | null;
  @Field(() => MandateTerms, { nullable: true })
  readonly mandate!: MandateTerms | null;
  @Field(() => String, { nullable: true, description: 'Such as A5. Not a class, nor a salary band.' })
  readonly rank!: string | null;
  @Field(() => String, { nullable: true })
  readonly functionLevel!: string | null;
  @Field(() => [Int], { nullable: true, description: 'Weighting classes of the post. Not those of a test’s level.' })
  readonly weightingClasses!: readonly number[] | null;
  @Field(() => WorkingTime, { nullable: true })
  readonly workingTime!: 'FULL_TIME' | 'PART_TIME' | null;
  @Field(() => LocalizedText, { nullable: true })
  readonly diploma!: LocalizedText | null;
  @Field(() => Address, { nullable: true })
  readonly workplace!: Address | null;
  @Field(() => [ContactPoint])
  readonly contactPoints!: readonly ContactPoint[];
  @Field(() => [Link])
  readonly links!: readonly Link[];
  @Field(() => Passage)
  readonly mission!: Passage;
  @Field(() => [Passage], {
    description: 'The aims of the mission, or the purposes of the job, in the order of the notice.',
  })
  readonly aims!: readonly Passage[];
  @Field(() => [Passage])
  readonly values!: readonly Passage[];
  @Field(() => [Responsibility])
  readonly responsibilities!: readonly Responsibility[];
  @Field(() => [Competence])
  readonly competences!: readonly Competence[];
  @Field(() => Pay)
  readonly pay!: Pay;
  @Field(() => EligibilityRule, { nullable: true, description: 'Judged at the application deadline.' })
  readonly participationConditions!: EligibilityRule | null;
  @Field(() => EligibilityRule, { nullable: true, description: 'Judged at the day of appointment.' })
  readonly appointmentConditions!: EligibilityRule | null;
  @Field(() => DocumentRules, { nullable: true })
  readonly documentRules!: DocumentRules | null;
  @Field(() => ApplicationProcedure, { nullable: true })
  readonly applicationProcedure!: ApplicationProcedure | null;
  @Field(() => TestRegistration, { nullable: true })
  readonly testRegistration!: TestRegistration | null;
  @Field(() => [RightsWindow])
  readonly rights!: readonly RightsWindow[];
  @Field(() => [Passage])
  readonly equalOpportunities!: readonly Passage[];
  @Field(() => [Passage])
  readonly remarks!: readonly Passage[];
  @Field(() => Validity)
  readonly validity!: Validity;
}
