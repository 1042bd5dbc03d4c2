import { REORGANISATION_KINDS, type ReorganisationState } from '@mandate-graph/domain';
import { graphEnum, LocalDate } from '@mandate-graph/runtime';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Validity } from '../graph/validity.type.ts';

export const ReorganisationKind = graphEnum(
  'ReorganisationKind',
  REORGANISATION_KINDS,
  'What became of units: a renamed or moved unit is its own successor; an abolished one has none.',
);

@Directive('@shareable')
@ObjectType({ description: 'A change in the tree of units, with the units it started from and those it led to.' })
export class Reorganisation {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ReorganisationKind)
  readonly kind!: ReorganisationState['kind'];
  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is so.' })
  readonly effectiveOn!: string | null;
  @Field(() => String, { nullable: true })
  readonly reason!: string | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}
