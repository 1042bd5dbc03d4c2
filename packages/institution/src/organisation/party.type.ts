import { LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Party', {
  autoRegisterImplementations: false,
  resolveType: (party: { __typename: string }) => party.__typename,
  description: 'What a relationship line can start or end at: a unit, a position or a body.',
})
export abstract class Party {
  @Field(() => ID, {
    description:
      'Global id; with the day (`…@yyyy-mm-dd`) and the instant (`…~…`) it was read by, where a reference gave them.',
  })
  readonly id!: string;
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
}
