import {
  APPLICATION_WORKFLOWS,
  type Language as LanguageCode,
  type ApplicationWorkflow as Name,
} from '@mandate-graph/domain';
import { CurrentJobEnd, DocumentFormat, graphEnum, Language, SnapshotMoment } from '@mandate-graph/runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ApplicationStatus as Status } from '../application/application.rules.ts';
import {
  ACTING,
  type ApplicationAct as Act,
  type Acting,
  APPLICATION_ACTS,
} from '../application/application.state.rules.ts';
import { ApplicationStatus } from '../application/application.type.ts';
import type { Workflow, WorkflowFacts } from './workflow.rules.ts';

const WORKFLOW_ORIGINS = ['INSTITUTION', 'PLATFORM_DEFAULT'] as const;

const WorkflowOrigin = graphEnum(
  'WorkflowOrigin',
  WORKFLOW_ORIGINS,
  'INSTITUTION: its notices describe it. PLATFORM_DEFAULT: they are silent, so the one of this platform applies.',
);
const ApplicationWorkflowName = graphEnum(
  'ApplicationWorkflowName',
  APPLICATION_WORKFLOWS,
  'SUBMIT_AND_VALIDATE: somebody applies provisionally by submitting, and definitively by validating.',
);
export const ApplicationAct = graphEnum('ApplicationAct', APPLICATION_ACTS, 'What can be done with an application.');
const ActingParty = graphEnum('ActingParty', ACTING, 'Who does it. RULE: the platform, by a named rule.');

@ObjectType({ description: 'A step of an application. A step that is not listed cannot be taken.' })
export class WorkflowTransition {
  @Field(() => ApplicationAct)
  readonly act!: Act;
  @Field(() => ApplicationStatus)
  readonly from!: Status;
  @Field(() => ApplicationStatus)
  readonly to!: Status;
  @Field(() => ActingParty)
  readonly by!: Acting;
}

@ObjectType({
  description: 'How one applies for a vacancy, and what of it the institution has said.',
})
export class ApplicationWorkflow implements Workflow {
  @Field(() => ApplicationWorkflowName)
  readonly name!: Name;
  @Field(() => WorkflowOrigin)
  readonly origin!: (typeof WORKFLOW_ORIGINS)[number];
  @Field(() => [WorkflowTransition])
  readonly transitions!: readonly WorkflowTransition[];
  @Field(() => Language, { nullable: true, description: 'In which the specific sections must be. Null: any will do.' })
  readonly specificSectionsLanguage!: LanguageCode | null;
  @Field(() => Boolean, {
    description: 'Whether work that the CV tells of counts as experience, or the specific sections only.',
  })
  readonly cvCountsAsExperience!: boolean;
  @Field(() => CurrentJobEnd)
  readonly currentJobEndsOn!: WorkflowFacts['currentJobEndsOn'];
  @Field(() => Boolean, { description: 'Whether a submitted file may be changed until the deadline.' })
  readonly editableUntilDeadline!: boolean;
  @Field(() => Boolean, { description: 'Whether a change needs a new validation.' })
  readonly revalidationAfterEdit!: boolean;
  @Field(() => SnapshotMoment)
  readonly snapshotAt!: WorkflowFacts['snapshotAt'];
  @Field(() => [DocumentFormat])
  readonly documentFormats!: WorkflowFacts['documentFormats'];
  @Field(() => Int, { description: 'Bytes of one document, inclusive.' })
  readonly documentMaxBytes!: number;
  @Field(() => Boolean, {
    description:
      'Whether copies that come on paper are registered. Of this platform they are for every vacancy; where the notice itself tells those who cannot upload how to send one, it is not among the defaults.',
  })
  readonly paperCopies!: boolean;
  @Field(() => [String], {
    description: 'Names of the fields of which the notice says nothing, and in which the platform’s default stands.',
  })
  readonly defaults!: readonly string[];
}
