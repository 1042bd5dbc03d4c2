import { LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class RecordFunctionHeldInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the function that was recorded before, which this one replaces; left out: none was.',
  })
  readonly version?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the function, from 1, the lowest of the legal regime; or else its weighting classes.',
  })
  readonly level?: number | null;
  @Field(() => [Int], { nullable: true, description: 'Of the function, all of one level.' })
  readonly weightingClasses?: readonly number[] | null;
  @Field(() => LocalDate, { description: 'The first day of holding it.' })
  readonly from!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day; left out: until further notice.' })
  readonly to?: string | null;
  @Field(() => String, { description: 'What in the file proves it: at least 20 characters. The candidate sees it.' })
  readonly reasons!: string;
}
