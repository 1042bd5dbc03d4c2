import type { Competence, LanguageRoles, MandateTerms, ResultArea, LanguageRole as Role } from '@mandate-graph/domain';
import { CalendarDuration, LanguageRole, LocalDate, MandateKind } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  Combinator,
  CompetenceKind,
  CompetenceScope,
  MasteryLevel,
  MasteryType,
  ResultAreaKind,
} from '../../vacancy/vacancy.enums.ts';
import { LocalizedTextInput, MoneyInput, PassageInput } from '../parts.input.ts';

export const KEY = { description: 'Stable within the vacancy: lower-case letters, digits and hyphens.' } as const;
export const OPTIONAL = { nullable: true } as const;

@InputType({ description: 'The last day for applications, inclusive, in Europe/Brussels.' })
export class ApplicationDeadlineInput {
  @Field(() => LocalDate)
  readonly date!: string;
  @Field(() => String, { nullable: true, description: 'HH:MM; left out: the whole local day counts.' })
  readonly timeOfDay?: string | null;
}

@InputType({ description: 'The language roles a post is open to. OR: one of them is enough.' })
export class LanguageRolesInput {
  @Field(() => [LanguageRole])
  readonly roles!: readonly Role[];
  @Field(() => Combinator)
  readonly combinator!: LanguageRoles['combinator'];
}

@InputType({ description: 'The terms of the mandate. What is not stated is left out: no duration is a default.' })
export class MandateTermsInput {
  @Field(() => MandateKind, OPTIONAL)
  readonly kind?: MandateTerms['kind'];
  @Field(() => Boolean, OPTIONAL)
  readonly interim?: boolean | null;
  @Field(() => CalendarDuration, OPTIONAL)
  readonly duration?: string | null;
  @Field(() => LocalDate, OPTIONAL)
  readonly startsOn?: string | null;
  @Field(() => LocalDate, OPTIONAL)
  readonly endsOn?: string | null;
}

@InputType({ description: 'Four different concepts: a scale, a band, a gross annual amount, a mobility budget.' })
export class PayInput {
  @Field(() => String, OPTIONAL)
  readonly payScale?: string | null;
  @Field(() => Int, OPTIONAL)
  readonly salaryBand?: number | null;
  @Field(() => MoneyInput, OPTIONAL)
  readonly grossAnnualSalary?: MoneyInput | null;
  @Field(() => Boolean, OPTIONAL)
  readonly indexed?: boolean | null;
  @Field(() => LocalDate, OPTIONAL)
  readonly indexDate?: string | null;
  @Field(() => MoneyInput, OPTIONAL)
  readonly mobilityBudget?: MoneyInput | null;
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly payee?: LocalizedTextInput | null;
}

@InputType({ description: 'A place of work.' })
export class AddressInput {
  @Field(() => String, OPTIONAL)
  readonly name?: string | null;
  @Field(() => String, OPTIONAL)
  readonly street?: string | null;
  @Field(() => String, OPTIONAL)
  readonly postcode?: string | null;
  @Field(() => String, OPTIONAL)
  readonly city?: string | null;
}

@InputType({ description: 'Where questions go: a functional address, not a person.' })
export class ContactPointInput {
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => String, OPTIONAL)
  readonly email?: string | null;
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly purpose?: LocalizedTextInput | null;
}

@InputType({ description: 'A link of the notice.' })
export class LinkInput {
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => String, { description: 'Starts with http:// or https://.' })
  readonly url!: string;
}

@InputType({ description: 'A responsibility, with the example activities listed under it.' })
export class ResponsibilityInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => LocalizedTextInput)
  readonly title!: LocalizedTextInput;
  @Field(() => PassageInput)
  readonly description!: PassageInput;
  @Field(() => [PassageInput], OPTIONAL)
  readonly activities?: readonly PassageInput[] | null;
}

@InputType({ description: 'An area in which the holder is to reach results.' })
export class ResultAreaInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => ID, { nullable: true, description: 'Left out: common to all units concerned.' })
  readonly unit?: string | null;
  @Field(() => ResultAreaKind)
  readonly kind!: ResultArea['kind'];
  @Field(() => PassageInput)
  readonly description!: PassageInput;
}

@InputType({ description: 'A competence: one, however many steps assess it.' })
export class CompetenceInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => CompetenceKind)
  readonly kind!: Competence['kind'];
  @Field(() => CompetenceScope, OPTIONAL)
  readonly scope?: Competence['scope'];
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, OPTIONAL)
  readonly group?: LocalizedTextInput | null;
  @Field(() => MasteryType, OPTIONAL)
  readonly masteryType?: Competence['masteryType'];
  @Field(() => MasteryLevel, OPTIONAL)
  readonly masteryLevel?: Competence['masteryLevel'];
  @Field(() => [PassageInput], OPTIONAL)
  readonly statements?: readonly PassageInput[] | null;
  @Field(() => [String], { nullable: true, description: 'Keys of the announced steps that assess it.' })
  readonly assessedIn?: readonly string[] | null;
}
