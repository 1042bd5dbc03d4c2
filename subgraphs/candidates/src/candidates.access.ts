import {
  type AccessTable,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  NOTICE_LINES_ACCESS,
  PAGE_INFO_ACCESS,
  REFUSAL_ACCESS,
  type Resource,
  type ResourceOf,
} from '@mandate-graph/runtime';
import { ACCOUNT_ACCESS } from './account/account.access.ts';
import { ADJUSTMENT_ACCESS } from './adjustment/adjustment.access.ts';
import { APPLICATION_ACCESS } from './application/application.access.ts';
import { APPLICATION_ACTS_ACCESS } from './application/application.acts.access.ts';
import { vacancyOf } from './application/application.rules.ts';
import { DECISION_ACCESS } from './decision/decision.access.ts';
import { DOCUMENT_ACCESS } from './document/document.access.ts';
import { INBOX_ACCESS } from './inbox/inbox.access.ts';
import { PRIVACY_ACCESS } from './privacy/privacy.access.ts';
import { PROFILE_ACCESS } from './profile/profile.access.ts';
import { SECTION_ACCESS } from './section/section.access.ts';
import { WORKFLOW_ACCESS } from './workflow/workflow.access.ts';

/** A dry run tells nobody anything of anybody but what they say themselves. */
const ELIGIBILITY: AccessTable = {
  Vacancy: { PUBLIC: 'eligibility' },
  EligibilityEvaluation: { PUBLIC: 'participation appointment' },
  EligibilityProposal: { PUBLIC: 'outcome judgedOn sentence text rules' },
  EvaluatedRule: { PUBLIC: 'depth key value conditional explanation missing lines' },
  EligibilityLack: { PUBLIC: 'code text' },
};

const ACCESS_LOG: AccessTable = {
  Query: { ACCESS_LOG_READ: 'accessLog' },
  AccessLogConnection: { ACCESS_LOG_READ: 'edges pageInfo' },
  AccessLogEdge: { ACCESS_LOG_READ: 'cursor node' },
  AccessLogEntry: { ACCESS_LOG_READ: 'id at actor role operation candidate application' },
};

/** The rule of every field. */
export const CANDIDATES_ACCESS: AccessTable = mergeAccess(
  PAGE_INFO_ACCESS,
  LOCALIZED_TEXT_ACCESS,
  NOTICE_LINES_ACCESS,
  REFUSAL_ACCESS,
  ACCOUNT_ACCESS,
  PRIVACY_ACCESS,
  PROFILE_ACCESS,
  DOCUMENT_ACCESS,
  INBOX_ACCESS,
  ADJUSTMENT_ACCESS,
  APPLICATION_ACTS_ACCESS,
  SECTION_ACCESS,
  APPLICATION_ACCESS,
  DECISION_ACCESS,
  WORKFLOW_ACCESS,
  ELIGIBILITY,
  ACCESS_LOG,
);

/**
 * Whose it is that an object tells of, where the object says so; of a vacancy its id says it, and an id that is none is
 * nobody's.
 */
export const resourceOf: ResourceOf = (_context, object: { id: string; whose?: Resource } | undefined, type) => {
  if (type === 'Vacancy') return { institution: vacancyOf(object?.id ?? '')?.institution ?? null };
  return object?.whose ?? null;
};
