import type { Language as LanguageCode } from '@mandate-graph/domain';
import { Language, LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ExperienceKind } from '../eligibility/eligibility.input.ts';
import type { ExperienceKind as Kind } from '../eligibility/evidence.rules.ts';
import type { SectionData } from '../file/file.types.ts';

const CODE = 'Where the conditions of the vacancy name codes, one of them, and needed; else any, or left out. Such as';

@InputType({
  description: 'A specific section: one stretch of experience, the only kind of entry that counts for years.',
})
export class SpecificSectionInput implements Partial<SectionData> {
  @Field(() => ExperienceKind)
  readonly kind!: Kind;
  @Field(() => String, { description: 'Name of the employer, in at most 200 characters.' })
  readonly employer!: string;
  @Field(() => String, { description: 'What the function is called, in at most 200 characters.' })
  readonly functionTitle!: string;
  @Field(() => String, { nullable: true, description: `For managerial experience only. ${CODE} PUBLIC_SERVICE.` })
  readonly setting?: string | null;
  @Field(() => String, { nullable: true, description: `For useful experience only. ${CODE} HEALTH.` })
  readonly domain?: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly begin!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day, inclusive. Left out: a current job, which ends on the date of candidacy.',
  })
  readonly end?: string | null;
  @Field(() => String, { description: 'What was done, in 10 to 4000 characters.' })
  readonly description!: string;
  @Field(() => Language, {
    description: 'In which it is described: that of the procedure, where the notice names one.',
  })
  readonly language!: LanguageCode;
}

@InputType()
export class SaveSpecificSectionInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID, { nullable: true, description: 'Of the section that is changed. Left out: it is a new one.' })
  readonly id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version the change is made on. Left out for a new one.' })
  readonly version?: number | null;
  @Field(() => SpecificSectionInput)
  readonly section!: SpecificSectionInput;
}

@InputType()
export class RemoveSpecificSectionInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version the removal is made on.' })
  readonly version!: number;
}
