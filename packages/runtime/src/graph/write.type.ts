import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { AccessTable } from '../access/table.ts';

@Directive('@shareable')
@ObjectType({ description: 'One thing wrong with an input.' })
export class Problem {
  @Field(() => String, { description: 'Path of the field in the input, such as changes.title.nl.' })
  readonly path!: string;
  @Field(() => String, { description: 'Stable, for programs.' })
  readonly code!: string;
  @Field(() => String, { nullable: true, description: 'The value as given; null where there is none to show.' })
  readonly value!: string | null;
  @Field(() => String, { description: 'The rule it breaks, as a sentence.' })
  readonly rule!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'Nothing was changed: everything that is wrong with the input.' })
export class Refused {
  @Field(() => [Problem])
  readonly problems!: readonly Problem[];
}

@Directive('@shareable')
@ObjectType({ description: 'Nothing was changed: the subject has moved on since the caller read it.' })
export class VersionConflict {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version the request was made on.' })
  readonly givenVersion!: number;
  @Field(() => Int, { description: 'The version it is at.' })
  readonly currentVersion!: number;
}

/** What a mutation answers beside its payload: read by whoever was let in to it. */
export const REFUSAL_ACCESS: AccessTable = {
  Refused: { PUBLIC: 'problems' },
  Problem: { PUBLIC: 'path code value rule' },
  VersionConflict: { PUBLIC: 'id givenVersion currentVersion' },
};
