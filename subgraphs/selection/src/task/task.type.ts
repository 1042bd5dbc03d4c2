import type { LocalizedText as Text } from '@mandate-graph/domain';
import { graphEnum, Instant, LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TASK_KINDS, type TaskKind } from './task.rules.ts';

export const SelectionTaskKind = graphEnum(
  'SelectionTaskKind',
  TASK_KINDS,
  'What is to be done, most of it with a mutation of a like name. SCREEN_CANDIDATES: with decideEligibility, or declareInadmissible. BOOK_SESSION: registerForSession. COMPLETE_COMMITTEE: with those that appoint, replace and release members, and makeChair. HOLD_HEARINGS: openHearing, then recordHearing. INTERVIEW_CANDIDATES: recordInterview. ANSWER_APPOINTMENT: acceptAppointment or declineAppointment.',
);

@ObjectType({
  description: 'Something that waits for whoever asks, and can be done now. It is gone once it has been done.',
})
export class SelectionTask {
  @Field(() => SelectionTaskKind)
  readonly kind!: TaskKind;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the application, where it concerns exactly one candidate. Null otherwise.',
  })
  readonly application!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many candidates it concerns, from 1; null: the procedure as a whole.',
  })
  readonly count!: number | null;
  @Field(() => Instant, {
    nullable: true,
    description:
      'When it is to be done: before the hearing of the first of these candidates begins, before registration for the last session that can be chosen ends, or before the last day for an answer is over. Null where neither law nor notice nor anybody has set a time.',
  })
  readonly dueAt!: string | null;
  @Field(() => LocalizedText, { description: 'What is to be done, in words of ours that name nobody.' })
  readonly text!: Text;
}

/** A task in an answer. */
export interface TaskView extends SelectionTask {
  readonly procedureId: string;
}
