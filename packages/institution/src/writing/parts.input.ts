import type { Language as LanguageCode } from '@mandate-graph/domain';
import { Decimal, Language } from '@mandate-graph/runtime';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A text in at least one language.' })
export class LocalizedTextInput {
  @Field(() => String, { nullable: true, description: 'Dutch.' })
  readonly nl?: string | null;
  @Field(() => String, { nullable: true, description: 'French.' })
  readonly fr?: string | null;
  @Field(() => String, { nullable: true, description: 'English.' })
  readonly en?: string | null;
  @Field(() => Language, { nullable: true, description: 'The language of the official wording, if there is one.' })
  readonly original?: LanguageCode | null;
}

@InputType({ description: 'A long part of a notice: a summary of it, and its full text where that is at hand.' })
export class PassageInput {
  @Field(() => LocalizedTextInput)
  readonly summary!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly fullText?: LocalizedTextInput | null;
}

@InputType({ description: 'An amount of money, exact.' })
export class MoneyInput {
  @Field(() => Decimal)
  readonly amount!: string;
  @Field(() => String, { description: 'ISO 4217: EUR.' })
  readonly currency!: string;
}
