import type { UnitState } from '@mandate-graph/domain';
import { Institution, LocalDate, LocalizedText, UnitKind } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import { Validity } from '../graph/validity.type.ts';

@Directive('@shareable')
@ObjectType({ description: 'The act an organisation was founded by.' })
export class FoundingAct {
  @Field(() => LocalizedText)
  readonly title!: LocalizedText;
  @Field(() => LocalDate)
  readonly date!: string;
}

@InterfaceType('OrganisationalUnit', {
  autoRegisterImplementations: false,
  resolveType: (unit: { __typename: string }) => unit.__typename,
  description: 'A part of an organisation, or an organisation itself.',
})
export abstract class OrganisationalUnit {
  @Field(() => ID, {
    description:
      'Global id; with the day (`…@yyyy-mm-dd`) and the instant (`…~…`) it was read by, where a reference gave them.',
  })
  readonly id!: string;
  @Field(() => Institution)
  readonly institution!: Institution;
  @Field(() => UnitKind)
  readonly kind!: UnitState['kind'];
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
  @Field(() => String, { nullable: true })
  readonly abbreviation!: string | null;
  @Field(() => [String], { description: 'Other spellings and short names in use.' })
  readonly aliases!: readonly string[];
  @Field(() => Int, { nullable: true, description: 'Place among its siblings in the notice, from 1.' })
  readonly ordinal!: number | null;
  @Field(() => LocalizedText, { nullable: true })
  readonly legalForm!: LocalizedText | null;
  @Field(() => FoundingAct, { nullable: true })
  readonly foundingAct!: FoundingAct | null;
  @Field(() => Passage, { nullable: true })
  readonly mission!: Passage | null;
  @Field(() => [Passage])
  readonly tasks!: readonly Passage[];
  @Field(() => Int, { nullable: true, description: 'Number of sub-units the notice states.' })
  readonly statedSubUnits!: number | null;
  @Field(() => String, { nullable: true })
  readonly website!: string | null;
  @Field(() => String, { nullable: true })
  readonly location!: string | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}

@Directive('@shareable')
@ObjectType({ description: 'A unit in a tree, with its distance from the unit asked for.' })
export class UnitNode {
  @Field(() => Int, { description: '0 for the unit asked for.' })
  readonly depth!: number;
  @Field(() => OrganisationalUnit, { nullable: true })
  readonly unit!: OrganisationalUnit | null;
}
