import type { BodyState } from '@mandate-graph/domain';
import { Institution, LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, InterfaceType } from 'type-graphql';
import { Validity } from '../graph/validity.type.ts';
import { BodyKind } from './organisation.enums.ts';

@InterfaceType('Body', {
  autoRegisterImplementations: false,
  resolveType: (body: { __typename: string }) => body.__typename,
  description: 'A collegial body, an authority, or persons or organisations that a notice names together.',
})
export abstract class Body {
  @Field(() => ID, {
    description:
      'Global id; with the day (`…@yyyy-mm-dd`) and the instant (`…~…`) it was read by, where a reference gave them.',
  })
  readonly id!: string;
  @Field(() => Institution)
  readonly institution!: Institution;
  @Field(() => BodyKind)
  readonly kind!: BodyState['kind'];
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
  @Field(() => [String])
  readonly aliases!: readonly string[];
  @Field(() => LocalizedText, { nullable: true, description: 'Competence of a minister, where stated.' })
  readonly competence!: LocalizedText | null;
  @Field(() => Boolean, { description: 'True where the notice leaves the number open, as in "minister(s)".' })
  readonly plural!: boolean;
  @Field(() => Validity)
  readonly validity!: Validity;
}
