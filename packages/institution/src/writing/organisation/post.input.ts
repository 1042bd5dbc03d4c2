import type {
  BodyKind as BodyKindValue,
  BodyState,
  PostFunction as FunctionValue,
  HolderState,
  PositionState,
  LanguageRole as RoleValue,
} from '@mandate-graph/domain';
import { LanguageRole, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { BodyKind, HolderStatus, PostFunction } from '../../organisation/organisation.enums.ts';
import { LocalizedTextInput } from '../parts.input.ts';
import { ChangeInput, CreationInput, ReasonedInput } from './change.input.ts';
import type { Facts, Mirrors } from './facts.rules.ts';

@InputType()
abstract class PositionFacts implements Mirrors<Pick<PositionState, 'rank' | 'managementTier'>> {
  @Field(() => String, { nullable: true })
  readonly rank!: string | null | undefined;
  @Field(() => Int, { nullable: true, description: '0 for N, -1 for N-1, -2 for N-2.' })
  readonly managementTier!: number | null | undefined;
}

@InputType({ description: 'All that is said of a new post.' })
export class PositionInput extends PositionFacts implements Mirrors<Facts<PositionState>> {
  @Field(() => LocalizedTextInput)
  readonly title!: LocalizedTextInput;
  @Field(() => PostFunction)
  readonly function!: FunctionValue;
  @Field(() => [ID], { description: 'The units it belongs to: at least one.' })
  readonly units!: readonly string[];
}

@InputType({ description: 'What is left out stays as it is; null takes a value away, and a list is replaced whole.' })
export class PositionChanges extends PositionFacts implements Mirrors<Facts<PositionState>> {
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly title!: LocalizedTextInput | null | undefined;
  @Field(() => PostFunction, { nullable: true })
  readonly function!: FunctionValue | null | undefined;
  @Field(() => [ID], { nullable: true })
  readonly units!: readonly string[] | null | undefined;
}

@InputType()
export class CreatePositionInput extends CreationInput {
  @Field(() => PositionInput)
  readonly position!: PositionInput;
}

@InputType()
export class AmendPositionInput extends ChangeInput {
  @Field(() => PositionChanges)
  readonly changes!: PositionChanges;
}

@InputType({ description: 'How a post is held from a day on. It names nobody.' })
export class RecordHolderInput extends ReasonedInput implements Mirrors<Facts<HolderState>> {
  @Field(() => ID)
  readonly position!: string;
  @Field(() => Int, {
    description: 'The version of what you saw of its holder (holder.validity.version); 0 if nothing is recorded.',
  })
  readonly version!: number;
  @Field(() => LocalDate, { nullable: true, description: 'Day from which it is held as before again, if so.' })
  readonly effectiveTo!: string | null | undefined;
  @Field(() => HolderStatus, { description: 'VACANT when somebody left; UNKNOWN when nothing can be said.' })
  readonly status!: HolderState['status'];
  @Field(() => LanguageRole, { nullable: true })
  readonly languageRole!: RoleValue | null | undefined;
  @Field(() => LocalDate, { nullable: true })
  readonly startsOn!: string | null | undefined;
  @Field(() => LocalDate, { nullable: true })
  readonly endsOn!: string | null | undefined;
}

@InputType()
abstract class BodyFacts implements Mirrors<Pick<BodyState, 'aliases' | 'unit' | 'competence'>> {
  @Field(() => [String], { nullable: true })
  readonly aliases!: readonly string[] | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The unit it was set up in or belongs to.' })
  readonly unit!: string | null | undefined;
  @Field(() => LocalizedTextInput, { nullable: true, description: 'Competence of a minister.' })
  readonly competence!: LocalizedTextInput | null | undefined;
}

@InputType({ description: 'All that is said of a new body.' })
export class BodyInput extends BodyFacts implements Mirrors<Facts<BodyState>> {
  @Field(() => BodyKind)
  readonly kind!: BodyKindValue;
  @Field(() => LocalizedTextInput)
  readonly name!: LocalizedTextInput;
  @Field(() => Boolean, { defaultValue: false, description: 'True where the number is left open.' })
  readonly plural!: boolean;
}

@InputType({ description: 'What is left out stays as it is; null takes a value away, and a list is replaced whole.' })
export class BodyChanges extends BodyFacts implements Mirrors<Facts<BodyState>> {
  @Field(() => BodyKind, { nullable: true })
  readonly kind!: BodyKindValue | null | undefined;
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly name!: LocalizedTextInput | null | undefined;
  @Field(() => Boolean, { nullable: true })
  readonly plural!: boolean | null | undefined;
}

@InputType()
export class CreateBodyInput extends CreationInput {
  @Field(() => BodyInput)
  readonly body!: BodyInput;
}

@InputType()
export class AmendBodyInput extends ChangeInput {
  @Field(() => BodyChanges)
  readonly changes!: BodyChanges;
}
