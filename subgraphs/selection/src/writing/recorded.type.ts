import { Instant } from '@mandate-graph/runtime';
import { result } from '@mandate-graph/writing';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** What was recorded, as it is kept under its key: ids and instants only. */
export interface RecordedOfProcedure {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly procedureId: string;
}

@ObjectType({
  description: 'What was recorded in a procedure. The same request with the same key is answered so again.',
})
export class SelectionRecorded {
  @Field(() => ID, {
    description:
      'Of what was recorded: the procedure, a candidacy, a session, a member, a request, a decision, a mandate.',
  })
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
  @Field(() => Instant)
  readonly recordedAt!: string;
}

export const SelectionResult = result('SelectionResult', SelectionRecorded);
