import { describe, expect, test } from '@jest/globals';
import { LEAST_SHOWN_COUNT } from '@mandate-graph/domain';
import fc from 'fast-check';
import { APPLICATION_STATUSES, isForInstitution, isJudged, publishedCount } from './application.rules.ts';
import { CONTEST_STATES } from './application.state.rules.ts';

const SUBMITTED = '2026-10-01T08:00:00Z';

describe('the published number of applications', () => {
  test.each([
    [null, null],
    [0, null],
    [1, null],
    [4, null],
    [5, 5],
    [6, 6],
    [2_000, 2_000],
  ])('of %j is %j', (applications, published) => expect(publishedCount(applications)).toBe(published));

  test('is either exact and not below the least shown, or tells nothing', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(), { nil: null }), (applications) => {
        const published = publishedCount(applications);
        if (applications === null || applications < LEAST_SHOWN_COUNT) expect(published).toBe(publishedCount(null));
        else expect(published).toBe(applications);
      }),
    );
  });

  test('never tells two small numbers apart', () => {
    const small = fc.nat({ max: LEAST_SHOWN_COUNT - 1 });
    fc.assert(fc.property(small, small, (one, other) => expect(publishedCount(one)).toBe(publishedCount(other))));
  });
});

describe('an institution', () => {
  const shown = { status: 'LAPSED', submittedAt: null, lapsedBy: 'DEADLINE', contest: null } as const;

  test('is told of an application once it is submitted', () => {
    expect(isForInstitution(shown)).toBe(false);
    expect(isForInstitution({ submittedAt: SUBMITTED })).toBe(true);
  });

  test('judges definitive applications, and may have to answer for those whose lapse was contested', () => {
    const judged = APPLICATION_STATUSES.filter((status) => isJudged({ ...shown, submittedAt: SUBMITTED, status }));
    expect(judged).toEqual(['DEFINITIVE']);
    for (const contest of CONTEST_STATES) {
      expect(isJudged({ ...shown, contest })).toBe(true);
      expect(isJudged({ ...shown, status: 'WITHDRAWN', contest })).toBe(false);
    }
  });

  test('may have to answer for what lapsed with its vacancy, but for drafts', () => {
    const cancelled = { ...shown, lapsedBy: 'VACANCY_WITHDRAWN' } as const;
    expect(isJudged({ ...cancelled, submittedAt: SUBMITTED })).toBe(true);
    expect(isJudged(cancelled)).toBe(false);
  });
});
