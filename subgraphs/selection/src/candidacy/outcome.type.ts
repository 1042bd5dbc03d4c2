import type { LocalizedText as Text } from '@mandate-graph/domain';
import { Instant, LocalizedText, type Resource } from '@mandate-graph/runtime';
import { Field, ObjectType } from 'type-graphql';
import type { OutcomeFacts } from './candidacy.reading.repository.ts';
import type { StepResult as Result } from './candidacy.state.rules.ts';
import { type SeenCandidacy, StepResult, type Viewer } from './candidacy.type.ts';

@ObjectType({ description: 'What a step came to for a candidate. Scores stand elsewhere.' })
export class StepOutcome {
  @Field(() => StepResult)
  readonly result!: Result;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the rule that it follows from, or that goes with it; null where a person decided.',
  })
  readonly rule!: string | null;
  @Field(() => LocalizedText, { nullable: true, description: 'What the rule says, and what can be done against it.' })
  readonly ruleText!: Text | null;
  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Where the reasons stand when they do not stand here; null when they do, and when there are none.',
  })
  readonly reasonsNote!: Text | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Subject of whoever decided, `member:<id>`, or `rule:<name>`: for the institution and the authority; null for others.',
  })
  readonly decidedBy!: string | null;
  @Field(() => Instant)
  readonly decidedAt!: string;
  @Field(() => Boolean, { description: 'It follows from a rule, and its candidate can contest it before a person.' })
  readonly contestable!: boolean;
}

/** An outcome in an answer. */
export interface OutcomeView
  extends StepOutcome,
    Pick<OutcomeFacts, 'id' | 'stepId' | 'data'>,
    Pick<SeenCandidacy, 'candidateId' | 'procedureId' | 'standing'> {
  readonly viewer: Viewer;
  /** By which access to its fields is judged. */
  readonly whose: Resource;
}
