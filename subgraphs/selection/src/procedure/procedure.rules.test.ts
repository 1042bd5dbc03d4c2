import { describe, expect, test } from '@jest/globals';
import { dutch, type LocalizedText, ours, STEP_KINDS, VACANCY_STATUSES } from '@mandate-graph/domain';
import { announcedStep } from '@mandate-graph/testkit';
import fc from 'fast-check';
import { announcedScheme, procedureStatus, RECORDED_STEP_STATUSES, stepStatus } from './procedure.rules.ts';

describe('the status of a procedure', () => {
  test.each([
    ['ANNOUNCED', false, 'NOT_STARTED'],
    ['OPEN', false, 'NOT_STARTED'],
    ['CLOSED', false, 'READY_FOR_SCREENING'],
    ['CLOSED', true, 'RUNNING'],
    ['OPEN', true, 'RUNNING'],
    ['WITHDRAWN', false, 'CANCELLED'],
    ['WITHDRAWN', true, 'CANCELLED'],
    ['FILLED', false, 'COMPLETED'],
    ['FILLED', true, 'COMPLETED'],
  ] as const)('of a vacancy that is %s, started: %j, is %s', (vacancy, started, status) =>
    expect(procedureStatus(vacancy, started)).toBe(status),
  );
});

describe('the status of a step', () => {
  test.each([
    ['PENDING', 'NOT_STARTED', 'PENDING'],
    ['PENDING', 'READY_FOR_SCREENING', 'PENDING'],
    ['RUNNING', 'RUNNING', 'RUNNING'],
    ['CONCLUDED', 'RUNNING', 'CONCLUDED'],
    ['PENDING', 'CANCELLED', 'NOT_HELD'],
    ['RUNNING', 'CANCELLED', 'NOT_HELD'],
    ['CONCLUDED', 'CANCELLED', 'CONCLUDED'],
    ['PENDING', 'COMPLETED', 'NOT_HELD'],
  ] as const)('recorded as %s in a procedure that is %s is %s', (recorded, procedure, status) =>
    expect(stepStatus(recorded, procedure)).toBe(status),
  );

  test('is never waiting or running once the vacancy is filled or withdrawn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RECORDED_STEP_STATUSES),
        fc.constantFrom(...VACANCY_STATUSES),
        fc.boolean(),
        (recorded, vacancy, started) => {
          const status = stepStatus(recorded, procedureStatus(vacancy, started));
          if (vacancy === 'FILLED' || vacancy === 'WITHDRAWN') expect(['CONCLUDED', 'NOT_HELD']).toContain(status);
          else expect(status).toBe(recorded);
        },
      ),
    );
  });
});

describe('the suitability scheme', () => {
  const SUITABLE = dutch('geschikt', 'apte', 'suitable');
  const UNSUITABLE = dutch('niet geschikt', 'inapte', 'unsuitable');
  const BOTH = ours('Geschikt of niet geschikt', 'Apte ou inapte', 'Suitable or not suitable');
  const RANKING = ours('Rangschikking van wie geschikt is', 'Classement', 'Ranking');
  const result = (...outcomes: LocalizedText[]) =>
    announcedScheme([announcedStep('r', 1, { kind: 'RESULT', outcomes })]);

  test('is that of the two groups when the result names both, each for itself or in one outcome', () => {
    expect(result(SUITABLE, UNSUITABLE, RANKING)).toBe('SUITABLE_UNSUITABLE');
    expect(result(BOTH, RANKING)).toBe('SUITABLE_UNSUITABLE');
  });

  test('is not guessed from less', () => {
    const letters = ['A', 'B', 'C', 'D'].map((letter) => dutch(letter, letter, letter));
    for (const outcomes of [[], [RANKING], [SUITABLE], [UNSUITABLE], [SUITABLE, RANKING], letters]) {
      expect(result(...outcomes)).toBeNull();
    }
    expect(announcedScheme([])).toBeNull();
  });

  test('is named by the result only, never by another step', () => {
    const other = fc.constantFrom(...STEP_KINDS.filter((kind) => kind !== 'RESULT'));
    fc.assert(
      fc.property(fc.array(other), (kinds) => {
        const steps = kinds.map((kind, at) =>
          announcedStep(`s${at}`, at + 1, { kind, outcomes: [SUITABLE, UNSUITABLE] }),
        );
        expect(announcedScheme(steps)).toBeNull();
      }),
    );
  });
});
