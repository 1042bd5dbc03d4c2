import { LocalizedTextFields } from '@mandate-graph/runtime';
import { AdmissionMutations } from './admission/admission.resolver.ts';
import { AssessmentMutations, CandidacyAssessment } from './assessment/assessment.resolver.ts';
import {
  ApplicationFields,
  CandidacyFields,
  ProcedureCandidacies,
  StepOutcomeFields,
} from './candidacy/candidacy.resolver.ts';
import { CommitteeMutations } from './committee/committee.mutations.ts';
import { CandidacyCommittee, ProcedureCommittee } from './committee/committee.resolver.ts';
import { HearingMutations } from './committee/hearing.mutations.ts';
import { CandidacyConclusion } from './conclusion/conclusion.resolver.ts';
import { ProcedureCounts, StepCountFields } from './count/count.resolver.ts';
import { DecisionMutations } from './decision/decision.mutations.ts';
import {
  AppointmentDecisionFields,
  CandidacyDecisionFields,
  CandidacyDecisions,
  ProcedureDecisions,
} from './decision/decision.resolver.ts';
import { InterestMutations } from './interest/interest.mutations.ts';
import { CandidacyInterview } from './interview/interview.resolver.ts';
import { AssessmentAttemptFields, CandidacyLedger, LedgerQueries } from './ledger/ledger.resolver.ts';
import { ProcedureMandate } from './mandate/mandate.resolver.ts';
import { CandidacyNotifications, ProcedureNotifications } from './notification/notification.resolver.ts';
import { ProcedureMutations, SelectionRecordedFields } from './procedure/procedure.mutations.ts';
import { ProcedureFields } from './procedure/procedure.resolver.ts';
import { CandidacyPlace, ProcedureRanking } from './ranking/ranking.resolver.ts';
import { ProcedureRegime } from './regime/regime.resolver.ts';
import { CandidacyRequests, RequestMutations } from './request/request.resolver.ts';
import { ProcedureResult } from './result/result.resolver.ts';
import { CandidacyScores, ProcedureScoring } from './scoring/scoring.resolver.ts';
import { SessionMutations } from './session/session.mutations.ts';
import { CandidacySessions, ProcedureSessions } from './session/session.resolver.ts';
import { TaskQueries } from './task/task.resolver.ts';
import { ProcedureTrail, TrailEntryFields } from './trail/trail.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

/** Every class with fields of the schema. */
export const SELECTION_RESOLVERS: readonly Function[] = [
  ProcedureFields,
  ProcedureMutations,
  SelectionRecordedFields,
  ApplicationFields,
  CandidacyFields,
  ProcedureCandidacies,
  StepOutcomeFields,
  ProcedureTrail,
  TrailEntryFields,
  ProcedureCounts,
  StepCountFields,
  AdmissionMutations,
  CandidacyNotifications,
  ProcedureNotifications,
  CandidacyRequests,
  RequestMutations,
  CandidacySessions,
  ProcedureSessions,
  SessionMutations,
  CandidacyAssessment,
  AssessmentMutations,
  ProcedureRegime,
  CandidacyLedger,
  AssessmentAttemptFields,
  LedgerQueries,
  CandidacyCommittee,
  CommitteeMutations,
  HearingMutations,
  InterestMutations,
  ProcedureCommittee,
  CandidacyScores,
  ProcedureScoring,
  CandidacyConclusion,
  CandidacyPlace,
  ProcedureRanking,
  ProcedureResult,
  CandidacyInterview,
  DecisionMutations,
  ProcedureDecisions,
  CandidacyDecisions,
  AppointmentDecisionFields,
  CandidacyDecisionFields,
  ProcedureMandate,
  TaskQueries,
  VacancyFields,
  LocalizedTextFields,
];
