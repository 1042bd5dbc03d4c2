import { describe, expect, test } from '@jest/globals';
import { STEP_KINDS, VACANCY_STATUSES } from '@mandate-graph/domain';
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
  test.each(['SUITABLE_UNSUITABLE', 'A_TO_D', null] as const)('is the one the result states: %s', (suitabilityScheme) =>
    expect(announcedScheme([announcedStep('s', 1), announcedStep('r', 2, { kind: 'RESULT', suitabilityScheme })])).toBe(
      suitabilityScheme,
    ),
  );

  test('is stated by the result only, never by another step', () => {
    const other = fc.constantFrom(...STEP_KINDS.filter((kind) => kind !== 'RESULT'));
    fc.assert(
      fc.property(fc.array(other), (kinds) => {
        const steps = kinds.map((kind, at) =>
          announcedStep(`s${at}`, at + 1, { kind, suitabilityScheme: 'SUITABLE_UNSUITABLE' }),
        );
        expect(announcedScheme(steps)).toBeNull();
      }),
    );
  });
});
