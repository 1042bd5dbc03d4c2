import { LocalDate } from '@mandate-graph/runtime';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { type DecisionView, EligibilityDecision } from '../decision/decision.type.ts';
import { Document, type DocumentView } from '../document/document.type.ts';
import { EligibilityEvaluation } from '../eligibility/eligibility.type.ts';
import { ApplicationFile } from '../file/file.type.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { ApplicationRecorded, type RecordedOfApplication } from '../writing/result.types.ts';
import { Application, type ApplicationView } from './application.type.ts';

const ONCE_FROZEN =
  'Its candidate sees it as it stands until the deadline, and as it stood then afterwards. The institution, and whoever judges, see it once it is frozen, within a minute of the deadline, of definitive applications, of contested lapses, however they are decided, and of those that lapsed because the vacancy was withdrawn; before that, null. Null as well once its time to be kept is over.';

@Resolver(() => Application)
export class ApplicationFields {
  @FieldResolver(() => Vacancy, { nullable: true })
  vacancy(@Root() { vacancyId }: ApplicationView): Vacancy {
    return { id: vacancyId };
  }

  @FieldResolver(() => Candidate, { nullable: true, description: 'Who applies.' })
  candidate(
    @Root() application: ApplicationView,
    @Ctx() { services }: CandidatesContext,
  ): Promise<CandidateView | null> {
    return services.applicationReading.candidate(application);
  }

  @FieldResolver(() => ApplicationFile, { nullable: true, description: `What is judged. ${ONCE_FROZEN}` })
  file(@Root() application: ApplicationView, @Ctx() { services }: CandidatesContext): Promise<ApplicationFile | null> {
    return services.applicationReading.file(application);
  }

  @FieldResolver(() => [Document], { nullable: true, description: `The documents of the file. ${ONCE_FROZEN}` })
  documents(
    @Root() application: ApplicationView,
    @Ctx() { services }: CandidatesContext,
  ): Promise<DocumentView[] | null> {
    return services.applicationReading.documents(application);
  }

  @FieldResolver(() => EligibilityEvaluation, {
    nullable: true,
    description: `What the conditions come to for the file: a proposal, which decides nothing. Taking part is judged for the last day for applying; being appointed by what is declared until now, which a committee is not shown. ${ONCE_FROZEN}`,
  })
  eligibility(
    @Root() application: ApplicationView,
    @Ctx() { services }: CandidatesContext,
    @Arg('appointmentOn', () => LocalDate, {
      nullable: true,
      description: 'Day from 1900 to 2100 for which being appointed is judged as well. Left out: it is not judged.',
    })
    appointmentOn?: string | null,
  ): Promise<EligibilityEvaluation | null> {
    return services.applicationReading.eligibility(application, appointmentOn ?? null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it stands as it does: of the candidate for a contest or a withdrawal, of the institution for its decision on a contest. Null where none were given.',
  })
  reasons(@Root() application: ApplicationView, @Ctx() { services }: CandidatesContext): Promise<string | null> {
    return services.applicationReading.reasons(application);
  }

  @FieldResolver(() => [EligibilityDecision], {
    nullable: true,
    description: 'What persons decided on it: at most one decision on each set of conditions, as it stands.',
  })
  decisions(@Root() application: ApplicationView, @Ctx() { services }: CandidatesContext): Promise<DecisionView[]> {
    return services.applicationReading.decisions(application);
  }
}

@Resolver(() => ApplicationRecorded)
export class ApplicationRecordedFields {
  @FieldResolver(() => Application, { nullable: true, description: 'As it stands after it.' })
  application(
    @Root() { applicationId }: RecordedOfApplication,
    @Ctx() { services }: CandidatesContext,
  ): Promise<ApplicationView | null> {
    return services.applications.view(applicationId);
  }
}
