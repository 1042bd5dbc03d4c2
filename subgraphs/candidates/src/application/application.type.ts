import { graphEnum, Instant, PageInfo } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { APPLICATION_STATUSES, type ApplicationStatus as Status } from './application.rules.ts';

export const ApplicationStatus = graphEnum(
  'ApplicationStatus',
  APPLICATION_STATUSES,
  'Where an application stands: PROVISIONAL and DEFINITIVE ones are submitted; a DRAFT is seen by its candidate only.',
);

@ObjectType({ description: 'An application as the institution of the vacancy sees it, without personal data.' })
export class Application {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ApplicationStatus)
  readonly status!: Status;
  @Field(() => Instant, { description: 'The first submission.' })
  readonly submittedAt!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
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
