import {
  type AccessTable,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  PAGE_INFO_ACCESS,
  REFUSAL_ACCESS,
  type Resource,
  type ResourceOf,
} from '@mandate-graph/runtime';
import { ADMISSION_ACCESS } from './admission/admission.access.ts';
import { ASSESSMENT_ACCESS } from './assessment/assessment.access.ts';
import { CANDIDACY_ACCESS } from './candidacy/candidacy.access.ts';
import { COMMITTEE_ACCESS } from './committee/committee.access.ts';
import { CONCLUSION_ACCESS } from './conclusion/conclusion.access.ts';
import { COUNT_ACCESS } from './count/count.access.ts';
import { DECISION_ACCESS } from './decision/decision.access.ts';
import { INTERVIEW_ACCESS } from './interview/interview.access.ts';
import { LEDGER_ACCESS } from './ledger/ledger.access.ts';
import { MANDATE_ACCESS } from './mandate/mandate.access.ts';
import { NOTIFICATION_ACCESS } from './notification/notification.access.ts';
import { PROCEDURE_ACCESS } from './procedure/procedure.access.ts';
import { RANKING_ACCESS } from './ranking/ranking.access.ts';
import { REGIME_ACCESS } from './regime/regime.access.ts';
import { REQUEST_ACCESS } from './request/request.access.ts';
import { RESULT_ACCESS } from './result/result.access.ts';
import { SCORING_ACCESS } from './scoring/scoring.access.ts';
import { SESSION_ACCESS } from './session/session.access.ts';
import { TASK_ACCESS } from './task/task.access.ts';
import { TRAIL_ACCESS } from './trail/trail.access.ts';

/** The rule of every field. */
export const SELECTION_ACCESS: AccessTable = mergeAccess(
  LOCALIZED_TEXT_ACCESS,
  REFUSAL_ACCESS,
  PAGE_INFO_ACCESS,
  PROCEDURE_ACCESS,
  REGIME_ACCESS,
  CANDIDACY_ACCESS,
  COUNT_ACCESS,
  TRAIL_ACCESS,
  ADMISSION_ACCESS,
  NOTIFICATION_ACCESS,
  REQUEST_ACCESS,
  SESSION_ACCESS,
  ASSESSMENT_ACCESS,
  LEDGER_ACCESS,
  COMMITTEE_ACCESS,
  SCORING_ACCESS,
  CONCLUSION_ACCESS,
  RANKING_ACCESS,
  RESULT_ACCESS,
  INTERVIEW_ACCESS,
  DECISION_ACCESS,
  MANDATE_ACCESS,
  TASK_ACCESS,
);

/** Whose it is that an object tells of, where the object says so. */
export const resourceOf: ResourceOf = (_context, object: { whose?: Resource } | undefined) => object?.whose ?? null;
