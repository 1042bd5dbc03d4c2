import { describe, expect, test } from '@jest/globals';
import type { ProcedureEnding } from '@mandate-graph/domain';
import fc from 'fast-check';
import type { ProcedureStatus, RecordedStepStatus } from './procedure.rules.ts';
import { type ProcedureStanding, shownToEveryone, stepsShownToEveryone } from './procedure.shown.rules.ts';

const standing = (status: ProcedureStatus, own: Partial<ProcedureStanding> = {}): ProcedureStanding => ({
  ...{ status, ending: null, version: 9, started: true, submitted: false, waiting: 0 },
  ...own,
});
const shown = (...given: Parameters<typeof standing>) => {
  const { status, ending, version } = shownToEveryone(standing(...given));
  return `${status} ${ending} ${version}`;
};

describe('everyone is shown of a procedure', () => {
  test('all until it starts', () => {
    for (const status of ['NOT_STARTED', 'READY_FOR_SCREENING', 'CANCELLED', 'COMPLETED'] as const)
      expect(shown(status, { started: false, version: 1 })).toBe(`${status} null 1`);
  });

  test.each(['NONE_ADMISSIBLE', 'NONE_SUITABLE'] as const)('that it ended with %s, once all were told', (ending) => {
    const own = { ending, waiting: 1 };
    expect(shown('ENDED_WITHOUT_APPOINTMENT', own)).toBe('RUNNING null 2');
    expect(shown('ENDED_WITHOUT_APPOINTMENT', { ...own, waiting: 0 })).toBe(`ENDED_WITHOUT_APPOINTMENT ${ending} 3`);
  });

  test('that a result was submitted, the same whether it has anybody or nobody who is suitable', () => {
    const none = { submitted: true, ending: 'NONE_SUITABLE', waiting: 1 } as const;
    expect(shown('RESULT_SUBMITTED', { submitted: true, waiting: 1 })).toBe('RESULT_SUBMITTED null 3');
    expect(shown('ENDED_WITHOUT_APPOINTMENT', none)).toBe('RESULT_SUBMITTED null 3');
    expect(shown('ENDED_WITHOUT_APPOINTMENT', { ...none, waiting: 0 })).toBe(
      'ENDED_WITHOUT_APPOINTMENT NONE_SUITABLE 4',
    );
  });

  test('nothing of a decision before all were told whom it was taken among, and nothing of its answers', () => {
    const own = { submitted: true };
    expect(shown('DECIDED', own)).toBe('RESULT_SUBMITTED null 3');
    expect(shown('COMPLETED', { ...own, ending: 'APPOINTED', waiting: 2 })).toBe('RESULT_SUBMITTED null 3');
    expect(shown('COMPLETED', { ...own, ending: 'APPOINTED' })).toBe('COMPLETED APPOINTED 4');
    const nobody = { ...own, ending: 'NOBODY_APPOINTED' } as const;
    expect(shown('ENDED_WITHOUT_APPOINTMENT', { ...nobody, waiting: 1 })).toBe('RESULT_SUBMITTED null 3');
  });

  test('at once that its vacancy was withdrawn', () => {
    const ending = 'VACANCY_WITHDRAWN' as const;
    expect(shown('CANCELLED', { ending, waiting: 3 })).toBe('CANCELLED VACANCY_WITHDRAWN 3');
    expect(shown('CANCELLED', { ending, waiting: 3, submitted: true })).toBe('CANCELLED VACANCY_WITHDRAWN 4');
  });
});

const KINDS = ['ELIGIBILITY_SCREENING', 'ORAL_TEST', 'RESULT', 'ADDITIONAL_INTERVIEW'] as const;
const stepsOf = (...statuses: readonly RecordedStepStatus[]) =>
  statuses.map((status, at) => ({ kind: KINDS[at]!, status, version: 7 }));
const steps = (statuses: readonly RecordedStepStatus[], ...given: Parameters<typeof standing>) =>
  stepsShownToEveryone(stepsOf(...statuses), standing(...given)).map(({ status, version }) => `${status} ${version}`);

describe('everyone is shown of its steps', () => {
  test('that each has its turn after the one before it, whether or not anybody came into it', () => {
    for (const next of ['PENDING', 'RUNNING'] as const) {
      expect(steps(['CONCLUDED', next, 'PENDING', 'PENDING'], 'RUNNING', { waiting: 2 })).toEqual([
        ...['CONCLUDED 3', 'RUNNING 2', 'PENDING 1', 'PENDING 1'],
      ]);
    }
  });

  test('those after the result once all others were told, and that they are over with the procedure', () => {
    const result = ['CONCLUDED', 'CONCLUDED', 'CONCLUDED'] as const;
    const last = (...given: Parameters<typeof steps>) => steps(...given).at(-1);
    for (const status of ['RUNNING', 'CONCLUDED'] as const) {
      expect(last([...result, status], 'RESULT_SUBMITTED', { waiting: 1 })).toBe('PENDING 1');
      expect(last([...result, status], 'RESULT_SUBMITTED')).toBe('RUNNING 2');
    }
    expect(last([...result, 'PENDING'], 'RESULT_SUBMITTED')).toBe('PENDING 1');
    expect(last([...result, 'CONCLUDED'], 'COMPLETED')).toBe('CONCLUDED 3');
    expect(last([...result, 'PENDING'], 'COMPLETED')).toBe('NOT_HELD 1');
  });

  test('all until it starts', () => {
    const pending = ['PENDING', 'PENDING', 'PENDING', 'PENDING'] as const;
    expect(steps(pending, 'NOT_STARTED', { started: false })).toEqual(Array(4).fill('PENDING 7'));
    expect(steps(pending, 'CANCELLED', { started: false })).toEqual(Array(4).fill('NOT_HELD 7'));
  });
});

test('while somebody waits for what was decided against them, no two endings differ', () => {
  const endings: readonly (readonly [ProcedureStatus, ProcedureEnding | null])[] = [
    ...([
      ['RUNNING', null],
      ['RESULT_SUBMITTED', null],
      ['DECIDED', null],
      ['COMPLETED', 'APPOINTED'],
    ] as const),
    ...(['NONE_ADMISSIBLE', 'NONE_SUITABLE', 'NOBODY_APPOINTED'] as const).map(
      (ending) => ['ENDED_WITHOUT_APPOINTMENT', ending] as const,
    ),
  ];
  const turn = fc.record({ at: fc.constantFrom(...endings), version: fc.integer({ min: 2, max: 30 }) });
  fc.assert(
    fc.property(turn, turn, fc.boolean(), fc.integer({ min: 1, max: 9 }), (one, other, submitted, waiting) => {
      const seen = [one, other].map(({ at: [status, ending], version }) =>
        shownToEveryone(standing(status, { ending, version, submitted, waiting })),
      );
      expect(seen[0]).toEqual(seen[1]);
    }),
  );
});
