import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, ReasonedInput } from './change.input.ts';
import { UnitInput } from './unit.input.ts';

@InputType({ description: 'A unit at the version that you saw.' })
export class UnitAtVersion {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
}

@InputType({ description: 'Either a new unit, or one that is there; that may be one of those that merge.' })
export class SuccessorInput {
  @Field(() => String, { nullable: true, description: 'Last part of the id of a new unit; made up when left out.' })
  readonly local!: string | null | undefined;
  @Field(() => UnitInput, { nullable: true })
  readonly unit!: UnitInput | null | undefined;
  @Field(() => UnitAtVersion, { nullable: true })
  readonly existing!: UnitAtVersion | null | undefined;
}

@InputType()
export class MergeUnitsInput extends ReasonedInput {
  @Field(() => [UnitAtVersion], { description: 'At least two.' })
  readonly predecessors!: readonly UnitAtVersion[];
  @Field(() => SuccessorInput)
  readonly successor!: SuccessorInput;
}

@InputType()
export class PartOfSplitInput {
  @Field(() => String, { description: 'Last part of its id, by which assignments name it.' })
  readonly local!: string;
  @Field(() => UnitInput)
  readonly unit!: UnitInput;
}

@InputType({ description: 'Where something goes that belonged to the unit.' })
export class AssignmentInput {
  @Field(() => ID, { description: 'A unit, post, body or line.' })
  readonly subject!: string;
  @Field(() => String, { description: 'The `local` of a successor.' })
  readonly to!: string;
}

@InputType()
export class SplitUnitInput extends ChangeInput {
  @Field(() => [PartOfSplitInput], { description: 'At least two; at least one when the unit goes on.' })
  readonly successors!: readonly PartOfSplitInput[];
  @Field(() => [AssignmentInput], {
    defaultValue: [],
    description: 'Of every unit, post and body; a post may go to several. A line without one ends.',
  })
  readonly assignments!: readonly AssignmentInput[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True when parts split off and the unit stays: it then keeps whatever is not assigned.',
  })
  readonly goesOn!: boolean;
}
