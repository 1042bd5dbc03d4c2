import type { UnitKind as Kind, UnitState } from '@mandate-graph/domain';
import { LocalDate, UnitKind } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalizedTextInput, PassageInput } from '../parts.input.ts';
import { ChangeInput, CreationInput } from './change.input.ts';
import type { Facts, Mirrors } from './facts.rules.ts';

@InputType()
export class FoundingActInput implements Mirrors<NonNullable<UnitState['foundingAct']>> {
  @Field(() => LocalizedTextInput)
  readonly title!: LocalizedTextInput;
  @Field(() => LocalDate)
  readonly date!: string;
}

/** What creating and amending have in common. */
@InputType()
abstract class UnitFacts implements Mirrors<Omit<Facts<UnitState>, 'kind' | 'name' | 'parent'>> {
  @Field(() => String, { nullable: true })
  readonly abbreviation!: string | null | undefined;
  @Field(() => [String], { nullable: true })
  readonly aliases!: readonly string[] | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Place among its siblings, from 1.' })
  readonly ordinal!: number | null | undefined;
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly legalForm!: LocalizedTextInput | null | undefined;
  @Field(() => FoundingActInput, { nullable: true })
  readonly foundingAct!: FoundingActInput | null | undefined;
  @Field(() => PassageInput, { nullable: true })
  readonly mission!: PassageInput | null | undefined;
  @Field(() => [PassageInput], { nullable: true })
  readonly tasks!: readonly PassageInput[] | null | undefined;
  @Field(() => Int, { nullable: true })
  readonly statedSubUnits!: number | null | undefined;
  @Field(() => String, { nullable: true })
  readonly website!: string | null | undefined;
  @Field(() => String, { nullable: true })
  readonly location!: string | null | undefined;
}

@InputType({ description: 'All that is said of a new unit.' })
export class UnitInput extends UnitFacts implements Mirrors<Facts<UnitState>> {
  @Field(() => UnitKind)
  readonly kind!: Kind;
  @Field(() => LocalizedTextInput)
  readonly name!: LocalizedTextInput;
  @Field(() => ID, { nullable: true, description: 'The unit it is part of; without one, it stands at the top.' })
  readonly parent!: string | null | undefined;
}

@InputType({ description: 'What is left out stays as it is; null takes a value away, and a list is replaced whole.' })
export class UnitChanges extends UnitFacts implements Mirrors<Omit<Facts<UnitState>, 'name' | 'parent'>> {
  @Field(() => UnitKind, { nullable: true })
  readonly kind!: Kind | null | undefined;
}

@InputType()
export class CreateUnitInput extends CreationInput {
  @Field(() => UnitInput)
  readonly unit!: UnitInput;
}

@InputType()
export class AmendUnitInput extends ChangeInput {
  @Field(() => UnitChanges)
  readonly changes!: UnitChanges;
}

@InputType()
export class RenameUnitInput extends ChangeInput {
  @Field(() => LocalizedTextInput)
  readonly name!: LocalizedTextInput;
  @Field(() => String, { nullable: true, description: 'Left out: as it is. Null: none.' })
  readonly abbreviation!: string | null | undefined;
}

@InputType()
export class MoveUnitInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: 'The unit it will be part of; null for the top.' })
  readonly parent!: string | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Place among its new siblings, from 1; not kept when left out.' })
  readonly ordinal!: number | null | undefined;
}

@InputType()
export class AbolishUnitInput extends ChangeInput {}
