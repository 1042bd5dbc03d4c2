import { LocalDate } from '@mandate-graph/runtime';
import { ArgsType, Field, Int } from 'type-graphql';
import type { LineArguments } from './line.resolver.ts';
import { LineDirection, LineKind } from './organisation.enums.ts';

@ArgsType()
export class LineArgs implements LineArguments {
  @Field(() => LineDirection, { defaultValue: 'BOTH' })
  readonly direction!: LineArguments['direction'];
  @Field(() => [LineKind], { nullable: true, description: 'Only lines of these kinds.' })
  readonly kinds!: NonNullable<LineArguments['kinds']> | null;
  @Field(() => Int, { defaultValue: 1, description: 'How many lines away, from 1 to 5.' })
  readonly depth!: number;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day to read on; else that of the reference, else today.',
  })
  readonly asOf!: string | null;
}
