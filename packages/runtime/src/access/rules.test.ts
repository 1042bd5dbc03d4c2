import { expect, test } from '@jest/globals';
import { ACCESS_RULES, type AccessRule } from './rules.ts';

/** Said a second time on purpose: the matrix follows the rules, so nothing else would notice that one lets in too many. */
const WHO: Record<string, readonly string[] | 'everyone'> = {
  PUBLIC: 'everyone',
  VACANCY_WRITE: ['authority', 'integration', 'recruiter'],
  VACANCY_DECIDE: ['authority', 'integration', 'recruiter'],
  ORGANISATION_WRITE: ['authority', 'integration', 'recruiter'],
  DRAFT_READ: ['authority', 'integration', 'recruiter'],
  HISTORY_ACTOR: ['authority', 'integration', 'recruiter'],
  OWN: ['candidate'],
  APPLICATION_READ: ['authority', 'candidate', 'committee-member', 'recruiter'],
  APPLICANT_READ: ['candidate', 'recruiter'],
  APPLICATION_DECIDE: ['recruiter'],
  ADJUSTMENTS_READ: ['candidate', 'recruiter'],
  ERASE_CANDIDATE: ['privacy-officer'],
  ERASE_MEMBER: ['privacy-officer'],
  APPLICATIONS_READ: ['recruiter'],
  SELECTION_RUN: ['recruiter'],
  SELECTION_DECIDE: ['authority'],
  COMMITTEE_ACT: ['committee-member'],
  SELECTION_READ: ['authority', 'candidate', 'committee-member', 'recruiter'],
  COMMITTEE_READ: ['authority', 'committee-member', 'recruiter'],
  SELECTION_ACT: ['authority', 'candidate', 'committee-member', 'privacy-officer', 'recruiter'],
  DECISION_READ: ['authority', 'recruiter'],
  TRAIL_READ: ['authority', 'privacy-officer', 'recruiter'],
  TASKS_READ: ['authority', 'candidate', 'committee-member', 'recruiter'],
  EXACT_COUNTS: ['authority', 'recruiter'],
  ACCESS_LOG_READ: ['privacy-officer'],
};

test('each rule lets in exactly whom it is meant for', () => {
  const allowed = Object.entries<AccessRule>(ACCESS_RULES).map(([name, { allows }]) => [
    name,
    allows === 'everyone' ? allows : Object.keys(allows).sort(),
  ]);
  expect(Object.fromEntries(allowed)).toEqual(WHO);
});
