import type { Language as LanguageCode } from '@mandate-graph/domain';
import { Language } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, InputType, Int } from 'type-graphql';
import type { GivenAccount } from './account.rules.ts';

@InputType()
export class SaveAccountInput extends KeyedInput implements GivenAccount {
  @Field(() => Int, { nullable: true, description: 'The version the change is made on. Left out: the account is new.' })
  readonly version?: number | null;
  @Field(() => String, { description: 'In at most 100 characters.' })
  readonly givenNames!: string;
  @Field(() => String, { description: 'In at most 100 characters.' })
  readonly familyName!: string;
  @Field(() => String, { description: 'E-mail address, to which copies of messages may be sent.' })
  readonly email!: string;
  @Field(() => String, { nullable: true, description: 'Telephone number. Left out: there is none.' })
  readonly phone?: string | null;
  @Field(() => Language, { description: 'The language in which the candidate is written to.' })
  readonly preferredLanguage!: LanguageCode;
}
