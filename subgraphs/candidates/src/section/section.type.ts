import type { Language as LanguageCode } from '@mandate-graph/domain';
import { Language, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ExperienceKind } from '../eligibility/eligibility.input.ts';
import type { ExperienceKind as Kind } from '../eligibility/evidence.rules.ts';
import type { Section } from '../file/file.types.ts';

@ObjectType({ description: 'A specific section of an application: one stretch of experience that counts.' })
export class SpecificSection implements Section {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each change.' })
  readonly version!: number;
  @Field(() => ExperienceKind)
  readonly kind!: Kind;
  @Field(() => String, { description: 'Name of the employer.' })
  readonly employer!: string;
  @Field(() => String, { description: 'What the function is called.' })
  readonly functionTitle!: string;
  @Field(() => String, { nullable: true, description: 'Of managerial experience: in what, a code of the conditions.' })
  readonly setting!: string | null;
  @Field(() => String, { nullable: true, description: 'Of useful experience: its domain, a code of the conditions.' })
  readonly domain!: string | null;
  @Field(() => LocalDate, { description: 'First day.' })
  readonly begin!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day, inclusive. Null: a current job, which ends on the date of candidacy.',
  })
  readonly end!: string | null;
  @Field(() => String, { description: 'What was done.' })
  readonly description!: string;
  @Field(() => Language, { description: 'In which it is described.' })
  readonly language!: LanguageCode;
}
