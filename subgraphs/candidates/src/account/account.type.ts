import type { Language as LanguageCode } from '@mandate-graph/domain';
import { Instant, Language, type Resource } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** What the access check needs of an object: whose it is. Every object of a guarded type carries it. */
export interface Owned {
  readonly whose: Resource;
}

const UNLESS_ERASED = 'Null once the candidate has been erased.';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who applies: seen by themselves, and by whoever sees an application of theirs.' })
export class Candidate {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one each time the account is changed.' })
  readonly version!: number;
  @Field(() => Instant, { description: 'When the account was made.' })
  readonly registeredAt!: string;
  @Field(() => String, { nullable: true, description: UNLESS_ERASED })
  readonly givenNames!: string | null;
  @Field(() => String, { nullable: true, description: UNLESS_ERASED })
  readonly familyName!: string | null;
  @Field(() => String, { nullable: true, description: `E-mail address. ${UNLESS_ERASED}` })
  readonly email!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number, as written; null where none was given.' })
  readonly phone!: string | null;
  @Field(() => Language, {
    nullable: true,
    description: `In which they want to be written to; it is not a language role. ${UNLESS_ERASED}`,
  })
  readonly preferredLanguage!: LanguageCode | null;
}

/** A candidate in an answer. */
export type CandidateView = Candidate & Owned;
