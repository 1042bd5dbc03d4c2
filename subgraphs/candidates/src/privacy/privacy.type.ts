import type { LocalizedText as Text } from '@mandate-graph/domain';
import { CalendarDuration, graphEnum, Instant, LocalizedText } from '@mandate-graph/runtime';
import { result } from '@mandate-graph/writing';
import { Field, ID, ObjectType } from 'type-graphql';
import { type RetentionPurpose as Purpose, RETENTION_PURPOSES } from './retention.table.rules.ts';

@ObjectType({
  description:
    'A candidate is erased: nothing that is kept can be read any more, nor said whose it was. The same request with the same key is answered so again.',
})
export class Erased {
  @Field(() => ID, { description: 'Of the account there was.' })
  readonly candidate!: string;
  @Field(() => Instant)
  readonly erasedAt!: string;
}

export const ErasureResult = result('ErasureResult', Erased);

export const RetentionPurpose = graphEnum(
  'RetentionPurpose',
  RETENTION_PURPOSES,
  'For what something of a candidate is kept.',
);

@ObjectType({ description: 'For how long something of a candidate is kept, what for, and on which ground.' })
export class RetentionRule {
  @Field(() => RetentionPurpose)
  readonly purpose!: Purpose;
  @Field(() => LocalizedText, { description: 'What is kept.' })
  readonly what!: Text;
  @Field(() => LocalizedText, { description: 'The ground on which it is kept, or not kept longer.' })
  readonly basis!: Text;
  @Field(() => CalendarDuration, {
    nullable: true,
    description: 'To the end of its last day in Europe/Brussels. Null: as startsFrom says.',
  })
  readonly period!: string | null;
  @Field(() => LocalizedText, { description: 'What the period runs from, and what it waits for.' })
  readonly startsFrom!: Text;
}
