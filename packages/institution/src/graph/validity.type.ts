import { Instant, LocalDate } from '@mandate-graph/runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: 'When something holds, and since when and in which version the graph knows it so.' })
export class Validity {
  @Field(() => LocalDate, { nullable: true, description: 'First day it holds; null: since ever, or not stated.' })
  readonly from!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day from which it no longer holds; null: until further notice.',
  })
  readonly to!: string | null;
  @Field(() => Instant, { description: 'When this version was recorded.' })
  readonly recordedAt!: string;
  @Field(() => Int, { description: 'From 1; grows with each change.' })
  readonly version!: number;
}
