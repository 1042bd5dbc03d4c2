import { describe, expect, test } from '@jest/globals';
import { STEP_KINDS, VACANCY_STATUSES } from '@mandate-graph/domain';
import { announcedStep } from '@mandate-graph/testkit';
import fc from 'fast-check';
import { announcedScheme, procedureStatus, RECORDED_STEP_STATUSES, stepStatus } from './procedure.rules.ts';
import { RUNNING_STATUSES } from './procedure.state.rules.ts';

describe('the status of a procedure', () => {
  test.each([
    ['ANNOUNCED', 'NOT_STARTED'],
    ['OPEN', 'NOT_STARTED'],
    ['CLOSED', 'READY_FOR_SCREENING'],
    ['WITHDRAWN', 'CANCELLED'],
    ['FILLED', 'COMPLETED'],
  ] as const)('that has not started, of a vacancy that is %s, is %s', (vacancy, status) =>
    expect(procedureStatus(vacancy, 'NOT_STARTED')).toBe(status),
  );

  test('that has started is what was done in it, whatever the vacancy says', () => {
    for (const recorded of RUNNING_STATUSES.filter((one) => one !== 'NOT_STARTED'))
      for (const vacancy of VACANCY_STATUSES) expect(procedureStatus(vacancy, recorded)).toBe(recorded);
  });
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
    ['RUNNING', 'ENDED_WITHOUT_APPOINTMENT', 'NOT_HELD'],
    ['RUNNING', 'RESULT_SUBMITTED', 'RUNNING'],
  ] as const)('recorded as %s in a procedure that is %s is %s', (recorded, procedure, status) =>
    expect(stepStatus(recorded, procedure)).toBe(status),
  );

  test('is never waiting or running once the procedure has ended, and otherwise as it was recorded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RECORDED_STEP_STATUSES),
        fc.constantFrom(...VACANCY_STATUSES),
        fc.constantFrom(...RUNNING_STATUSES),
        (recorded, vacancy, running) => {
          const procedure = procedureStatus(vacancy, running);
          const status = stepStatus(recorded, procedure);
          if (['COMPLETED', 'ENDED_WITHOUT_APPOINTMENT', 'CANCELLED'].includes(procedure))
            expect(status).toBe(recorded === 'CONCLUDED' ? 'CONCLUDED' : 'NOT_HELD');
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
