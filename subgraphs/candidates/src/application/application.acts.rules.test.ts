import { describe, expect, test } from '@jest/globals';
import type { VacancyStatus } from '@mandate-graph/domain';
import { following } from './application.acts.rules.ts';
import type { ApplicationAct, Standing } from './application.state.rules.ts';

const DEADLINE = { date: '2025-09-12', timeOfDay: null };
const CLOSES = { closesAt: '2025-09-12T22:00:00Z' };
const REASONS = 'Om redenen';
const after = (act: ApplicationAct, status: Standing['status'], vacancy: VacancyStatus = 'OPEN') => {
  const standing = { status, submitted: true, lapsedBy: null, contest: null };
  const { messages, done } = following(
    act,
    { id: 'a', vacancyId: 'v', standing },
    { deadline: DEADLINE, status: vacancy },
    REASONS,
  );
  return { done, told: messages.map(({ code, facts, reasons, dueAt }) => [code, facts ?? dueAt?.toString(), reasons]) };
};

describe('what follows an act', () => {
  test('says until when something is still possible', () => {
    expect(after('SUBMIT', 'PROVISIONAL').told).toEqual([
      ['APPLICATION_SUBMITTED', CLOSES, null],
      ['VALIDATE', CLOSES.closesAt, undefined],
    ]);
    expect(after('VALIDATE', 'DEFINITIVE').told).toEqual([['APPLICATION_VALIDATED', CLOSES, null]]);
  });

  test('has reasons and the remedy where an institution decided, and no reasons of candidates themselves', () => {
    expect(after('REINSTATE', 'DEFINITIVE').told).toEqual([['CONTEST_UPHELD', CLOSES, REASONS]]);
    expect(after('REJECT_CONTEST', 'LAPSED').told).toEqual([
      ['CONTEST_REJECTED', { ...CLOSES, remedyStated: 'true' }, REASONS],
    ]);
    expect(after('CONTEST', 'LAPSED').told).toEqual([['CONTEST_RECEIVED', CLOSES, null]]);
    expect(after('WITHDRAW', 'WITHDRAWN').told).toEqual([['APPLICATION_WITHDRAWN', CLOSES, null]]);
  });

  test('says to who withdraws that nothing can be taken up again, once that is so', () => {
    for (const vacancy of ['CLOSED', 'FILLED'] as const) {
      expect(after('WITHDRAW', 'WITHDRAWN', vacancy).told).toEqual([
        ['APPLICATION_WITHDRAWN', { ...CLOSES, closed: 'true' }, null],
      ]);
    }
    expect(after('WITHDRAW', 'WITHDRAWN', 'ANNOUNCED').told).toEqual([['APPLICATION_WITHDRAWN', CLOSES, null]]);
  });

  test('is the next task for who takes an application up again', () => {
    expect(after('RESUME', 'DRAFT')).toEqual({ done: [], told: [['SUBMIT', CLOSES.closesAt, undefined]] });
    expect(after('RESUME', 'PROVISIONAL')).toEqual({ done: [], told: [['VALIDATE', CLOSES.closesAt, undefined]] });
  });

  test('leaves no task to who withdraws', () =>
    expect(after('WITHDRAW', 'WITHDRAWN').done).toEqual([
      ...['SUBMIT', 'VALIDATE', 'REVIEW_FILE', 'REACH_YEARS', 'BOOK_SESSION', 'ANSWER_APPOINTMENT'],
    ]));
});
