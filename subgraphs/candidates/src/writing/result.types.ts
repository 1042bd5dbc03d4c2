import { Instant } from '@mandate-graph/runtime';
import { result } from '@mandate-graph/writing';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** What was recorded of a candidate, as it is kept under its key. */
export interface RecordedOfCandidate {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly candidateId: string;
}

@ObjectType({ description: 'What a candidate recorded. The same request with the same key is answered so again.' })
export class CandidateRecorded {
  @Field(() => ID, { description: 'Of what was recorded: the account, an entry, a document.' })
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
  @Field(() => Instant)
  readonly recordedAt!: string;
}

/** What was recorded of an application, or of a part of it. */
export interface RecordedOfApplication {
  readonly id: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly applicationId: string;
}

@ObjectType({
  description: 'What was recorded of an application. The same request with the same key is answered so again.',
})
export class ApplicationRecorded {
  @Field(() => ID, { description: 'Of what was recorded: the application, a section of it, a decision on it.' })
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
  @Field(() => Instant)
  readonly recordedAt!: string;
}

export const CandidateResult = result('CandidateResult', CandidateRecorded);
export const ApplicationResult = result('ApplicationResult', ApplicationRecorded);
