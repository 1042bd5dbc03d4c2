import { LocalizedTextFields } from '@mandate-graph/runtime';
import { AccessLogQueries } from './access-log/access-log.resolver.ts';
import { AccountRoots, CandidateRecordedFields } from './account/account.resolver.ts';
import { AdjustmentMutations, ApplicationAdjustments } from './adjustment/adjustment.resolver.ts';
import { ApplicationMutations, CandidateApplications } from './application/application.acts.resolver.ts';
import { ApplicationFields, ApplicationRecordedFields } from './application/application.resolver.ts';
import { DecisionMutations } from './decision/decision.resolver.ts';
import { CandidateDocumentFields, DocumentAnnouncedFields, DocumentMutations } from './document/document.resolver.ts';
import { EligibilityFields } from './eligibility/eligibility.resolver.ts';
import { CandidateInboxFields, InboxFields, InboxMutations, MessageFields } from './inbox/inbox.resolver.ts';
import { CandidatePrivacyFields, PrivacyRoots } from './privacy/privacy.resolver.ts';
import { ProfileMutations } from './profile/profile.mutations.ts';
import { ProfileFields } from './profile/profile.resolver.ts';
import { SectionMutations } from './section/section.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';
import { WorkflowFields } from './workflow/workflow.resolver.ts';

/** Every class with fields of the schema. */
export const CANDIDATES_RESOLVERS: readonly Function[] = [
  VacancyFields,
  EligibilityFields,
  WorkflowFields,
  ApplicationFields,
  ApplicationRecordedFields,
  DecisionMutations,
  AccessLogQueries,
  AccountRoots,
  CandidateRecordedFields,
  ProfileFields,
  ProfileMutations,
  CandidateDocumentFields,
  DocumentAnnouncedFields,
  DocumentMutations,
  ApplicationMutations,
  CandidateApplications,
  SectionMutations,
  ApplicationAdjustments,
  AdjustmentMutations,
  CandidateInboxFields,
  InboxFields,
  InboxMutations,
  MessageFields,
  CandidatePrivacyFields,
  PrivacyRoots,
  LocalizedTextFields,
];
