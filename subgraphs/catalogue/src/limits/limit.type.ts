import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How much of something one request, or one caller, may have. What goes beyond is refused.' })
export class Limit {
  @Field(() => String, { description: 'As refusals name it.' })
  readonly name!: string;
  @Field(() => Int, { description: 'The most there may be.' })
  readonly bound!: number;
  @Field(() => String, { description: 'What is counted.' })
  readonly unit!: string;
  @Field(() => String)
  readonly description!: string;
}
