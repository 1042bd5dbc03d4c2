import type {
  Address as DomainAddress,
  LanguageRoles as DomainLanguageRoles,
  MandateTerms as DomainMandateTerms,
  LanguageRole as Role,
} from '@mandate-graph/domain';
import { CalendarDuration, Instant, LanguageRole, LocalDate, LocalizedText, MandateKind } from '@mandate-graph/runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../graph/money.type.ts';
import { Passage } from '../graph/passage.type.ts';
import { Combinator } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'The language roles a post is open to. OR: one of them is enough.' })
export class LanguageRoles implements DomainLanguageRoles {
  @Field(() => [LanguageRole])
  readonly roles!: readonly Role[];
  @Field(() => Combinator)
  readonly combinator!: DomainLanguageRoles['combinator'];
}

@Directive('@shareable')
@ObjectType({ description: 'The last day for applications, inclusive.' })
export class ApplicationDeadline {
  @Field(() => LocalDate, { description: 'The last day, in Europe/Brussels.' })
  readonly date!: string;
  @Field(() => String, {
    nullable: true,
    description: 'HH:MM when the notice prints one; null: the whole local day counts.',
  })
  readonly timeOfDay!: string | null;
  @Field(() => Instant, {
    description:
      'The first instant that is too late: the start of the next local day, or the time of day if one is stated.',
  })
  readonly closesAt!: string;
  @Field(() => String, { description: 'IANA name of the time zone the day is in.' })
  readonly timeZone!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Whole local days left: 0 on the day itself, null once it has passed.',
  })
  readonly daysLeft!: number | null;
}

@Directive('@shareable')
@ObjectType({ description: 'The terms of the mandate. What is not stated is null: no duration is a default.' })
export class MandateTerms implements DomainMandateTerms {
  @Field(() => MandateKind, { nullable: true })
  readonly kind!: DomainMandateTerms['kind'];
  @Field(() => Boolean, { nullable: true })
  readonly interim!: boolean | null;
  @Field(() => CalendarDuration, { nullable: true })
  readonly duration!: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly startsOn!: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly endsOn!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Four different concepts: a scale, a band, a gross annual amount, a mobility budget.' })
export class Pay {
  @Field(() => String, { nullable: true, description: 'Code of the pay scale, such as A500.' })
  readonly payScale!: string | null;
  @Field(() => Int, { nullable: true, description: 'Salary band. Neither a class nor a rank.' })
  readonly salaryBand!: number | null;
  @Field(() => Money, { nullable: true, description: 'Per year, gross.' })
  readonly grossAnnualSalary!: Money | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the amount is indexed.' })
  readonly indexed!: boolean | null;
  @Field(() => LocalDate, { nullable: true, description: 'The day of the index.' })
  readonly indexDate!: string | null;
  @Field(() => Money, { nullable: true, description: 'Per year.' })
  readonly mobilityBudget!: Money | null;
  @Field(() => LocalizedText, { nullable: true, description: 'Who is paid so.' })
  readonly payee!: LocalizedText | null;
}

@Directive('@shareable')
@ObjectType({ description: 'A place of work.' })
export class Address implements DomainAddress {
  @Field(() => String, { nullable: true })
  readonly name!: string | null;
  @Field(() => String, { nullable: true })
  readonly street!: string | null;
  @Field(() => String, { nullable: true })
  readonly postcode!: string | null;
  @Field(() => String, { nullable: true })
  readonly city!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Where questions go: a functional address, not a person.' })
export class ContactPoint {
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => String, { nullable: true })
  readonly email!: string | null;
  @Field(() => LocalizedText, { nullable: true })
  readonly purpose!: LocalizedText | null;
}

@Directive('@shareable')
@ObjectType({ description: 'A link of the notice.' })
export class Link {
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => String)
  readonly url!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A responsibility, with the example activities listed under it.' })
export class Responsibility {
  @Field(() => String, { description: 'Stable within the vacancy.' })
  readonly key!: string;
  @Field(() => LocalizedText)
  readonly title!: LocalizedText;
  @Field(() => Passage)
  readonly description!: Passage;
  @Field(() => [Passage])
  readonly activities!: readonly Passage[];
}
