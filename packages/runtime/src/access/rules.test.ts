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
  APPLICATION_READ: ['candidate', 'recruiter'],
  APPLICATION_DECIDE: ['recruiter'],
  ADJUSTMENTS_READ: ['candidate', 'recruiter'],
  ERASE_CANDIDATE: ['privacy-officer'],
  APPLICATIONS_READ: ['recruiter'],
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
