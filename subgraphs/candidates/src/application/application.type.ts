import { graphEnum, Instant, PageInfo } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Owned } from '../account/account.type.ts';
import { APPLICATION_STATUSES, type InSelection, type ApplicationStatus as Status } from './application.rules.ts';
import { CONTEST_STATES, LAPSE_CAUSES, type Standing } from './application.state.rules.ts';

export const ApplicationStatus = graphEnum(
  'ApplicationStatus',
  APPLICATION_STATUSES,
  'Where an application stands: PROVISIONAL and DEFINITIVE ones are submitted; a DRAFT is seen by its candidate only.',
);
export const LapseCause = graphEnum(
  'LapseCause',
  LAPSE_CAUSES,
  'What lapsed an application: it was not validated by the deadline, or the vacancy was withdrawn.',
);
export const ContestState = graphEnum(
  'ContestState',
  CONTEST_STATES,
  'Where it stands that a candidate contests a lapse: not decided yet, found right, or not.',
);

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'An application: seen by its candidate and, once submitted, by the recruiter of the institution. Of those who judge, the committee of the procedure sees it while it is a candidacy in it, and the authority of the institution from when the result is submitted to it.',
})
export class Application {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ApplicationStatus)
  readonly status!: Status;
  @Field(() => Instant, {
    nullable: true,
    description: 'The first submission: its local day is the date of candidacy. Null before it.',
  })
  readonly submittedAt!: string | null;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
  @Field(() => LapseCause, { nullable: true, description: 'Null unless it has lapsed.' })
  readonly lapsedBy!: Standing['lapsedBy'];
  @Field(() => ContestState, { nullable: true, description: 'Null unless its lapse was contested.' })
  readonly contest!: Standing['contest'];
}

/** An application in an answer. */
export interface ApplicationView extends Application, Owned, InSelection {
  readonly vacancyId: string;
  readonly candidateId: string;
}

@ObjectType({ description: 'An application in a list.' })
export class ApplicationEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => Application, { nullable: true })
  readonly node!: Application | null;
}

@ObjectType({ description: 'The applications for a vacancy, in the order of their submission.' })
export class ApplicationConnection {
  @Field(() => [ApplicationEdge])
  readonly edges!: readonly ApplicationEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
