import type { HolderState, PositionState, LanguageRole as Role } from '@mandate-graph/domain';
import { Institution, LanguageRole, LocalDate, LocalizedText } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Validity } from '../graph/validity.type.ts';
import { HolderStatus, PostFunction } from './organisation.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'How a post is held. The post is there whether or not somebody holds it.' })
export class PostHolder {
  @Field(() => HolderStatus)
  readonly status!: HolderState['status'];
  @Field(() => LanguageRole, { nullable: true })
  readonly languageRole!: Role | null;
  @Field(() => LocalDate, { nullable: true })
  readonly startsOn!: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly endsOn!: string | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}

@InterfaceType('Position', {
  autoRegisterImplementations: false,
  resolveType: (position: { __typename: string }) => position.__typename,
  description: 'A post in an organisation, apart from whoever holds it.',
})
export abstract class Position {
  @Field(() => ID, {
    description:
      'Global id; with the day (`…@yyyy-mm-dd`) and the instant (`…~…`) it was read by, where a reference gave them.',
  })
  readonly id!: string;
  @Field(() => Institution)
  readonly institution!: Institution;
  @Field(() => LocalizedText)
  readonly title!: LocalizedText;
  /** The title, under the name all parties have: the field is Party's too, so the two must be described alike. */
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
  @Field(() => PostFunction)
  readonly function!: PositionState['function'];
  @Field(() => String, { nullable: true, description: 'Rank of the post, such as A5. Not a class, nor a salary band.' })
  readonly rank!: string | null;
  @Field(() => Int, { nullable: true, description: '0 for N, -1 for N-1, -2 for N-2.' })
  readonly managementTier!: number | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}
