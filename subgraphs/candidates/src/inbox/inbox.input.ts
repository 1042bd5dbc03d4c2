import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType } from 'type-graphql';
import { MOST_MARKED } from './inbox.rules.ts';

@InputType()
export class MarkReadInput extends KeyedInput {
  @Field(() => [ID], { description: `Messages of one’s own inbox: 1 to ${MOST_MARKED}.` })
  readonly messages!: readonly string[];
  @Field(() => Boolean, { defaultValue: true, description: 'False: they become unread again.' })
  readonly read!: boolean;
}
