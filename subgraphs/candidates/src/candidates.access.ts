import {
  type AccessTable,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  NOTICE_LINES_ACCESS,
  PAGE_INFO_ACCESS,
  type ResourceOf,
} from '@mandate-graph/runtime';
import { vacancyOf } from './application/application.rules.ts';

const APPLICATIONS: AccessTable = {
  Vacancy: { PUBLIC: 'id applicationCount', APPLICATIONS_READ: 'applications' },
  ApplicationConnection: { APPLICATIONS_READ: 'edges pageInfo' },
  ApplicationEdge: { APPLICATIONS_READ: 'cursor node' },
  Application: { APPLICATIONS_READ: 'id status submittedAt version' },
};

/** A dry run tells nobody anything of anybody but what they say themselves. */
const ELIGIBILITY: AccessTable = {
  Vacancy: { PUBLIC: 'eligibility' },
  EligibilityEvaluation: { PUBLIC: 'participation appointment' },
  EligibilityProposal: { PUBLIC: 'outcome judgedOn sentence rules' },
  EvaluatedRule: { PUBLIC: 'depth key value conditional explanation missing lines' },
  EligibilityLack: { PUBLIC: 'code text' },
};

const ACCESS_LOG: AccessTable = {
  Query: { ACCESS_LOG_READ: 'accessLog' },
  AccessLogConnection: { ACCESS_LOG_READ: 'edges pageInfo' },
  AccessLogEdge: { ACCESS_LOG_READ: 'cursor node' },
  AccessLogEntry: { ACCESS_LOG_READ: 'id at actor role operation candidate application' },
};

/** The rule of every field. Of `applicationCount` everyone sees what the service shows: see EXACT_COUNTS. */
export const CANDIDATES_ACCESS: AccessTable = mergeAccess(
  PAGE_INFO_ACCESS,
  LOCALIZED_TEXT_ACCESS,
  NOTICE_LINES_ACCESS,
  APPLICATIONS,
  ELIGIBILITY,
  ACCESS_LOG,
);

/** Everything about a vacancy is its institution's, which its id names; an id that is none is nobody's. */
export const resourceOf: ResourceOf = (_context, object: { id: string; vacancyId?: string } | undefined, type) => {
  if (APPLICATIONS[type] === undefined) return null;
  return { institution: vacancyOf(object?.vacancyId ?? object?.id ?? '')?.institution ?? null };
};
