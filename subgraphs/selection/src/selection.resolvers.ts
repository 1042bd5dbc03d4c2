import { LocalizedTextFields } from '@mandate-graph/runtime';
import { AdmissionMutations } from './admission/admission.resolver.ts';
import { CandidacyNotifications, ProcedureNotifications } from './notification/notification.resolver.ts';
import { ProcedureMutations, SelectionRecordedFields } from './procedure/procedure.mutations.ts';
import { ProcedureFields } from './procedure/procedure.resolver.ts';
import { CandidacyRequests, RequestMutations } from './request/request.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

/** Every class with fields of the schema. */
export const SELECTION_RESOLVERS: readonly Function[] = [
  ProcedureFields,
  ProcedureMutations,
  SelectionRecordedFields,
  AdmissionMutations,
  CandidacyNotifications,
  ProcedureNotifications,
  CandidacyRequests,
  RequestMutations,
  VacancyFields,
  LocalizedTextFields,
];
