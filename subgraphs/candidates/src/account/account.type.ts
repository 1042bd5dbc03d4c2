import type { Resource } from '@mandate-graph/runtime';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What the access check needs of an object: whose it is. Every object of a guarded type carries it. */
export interface Owned {
  readonly whose: Resource;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who applies: seen by themselves, and by the institutions they apply to.' })
export class Candidate {
  @Field(() => ID)
  readonly id!: string;
}

/** A candidate in an answer. */
export type CandidateView = Candidate & Owned;
