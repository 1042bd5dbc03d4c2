import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { closesAt, startOfDay } from './calendar.ts';
import { statusAt } from './status.rules.ts';

const vacancy = {
  publication: 'PUBLISHED',
  opensOn: '2025-08-01',
  applicationDeadline: { date: '2025-09-12', timeOfDay: null },
} as const;
const before = (instant: Temporal.Instant) => instant.subtract({ nanoseconds: 1 });

describe('the status of a vacancy', () => {
  test.each([
    ['ANNOUNCED', before(startOfDay('2025-08-01'))],
    ['OPEN', startOfDay('2025-08-01')],
    ['OPEN', before(closesAt(vacancy.applicationDeadline))],
    ['CLOSED', closesAt(vacancy.applicationDeadline)],
  ] as const)('is %s at %s', (status, now) => expect(statusAt(vacancy, now)).toBe(status));

  test('is CLOSED from the time of day that the notice states', () => {
    const noon = { ...vacancy, applicationDeadline: { date: '2025-09-12', timeOfDay: '12:00' } };
    const closing = Temporal.Instant.from('2025-09-12T10:00:00Z');
    expect([statusAt(noon, before(closing)), statusAt(noon, closing)]).toEqual(['OPEN', 'CLOSED']);
  });

  test('is what people decided, whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('DRAFT', 'WITHDRAWN', 'FILLED'),
        fc.integer({ min: 0, max: 2e9 }),
        (publication, second) => {
          const now = Temporal.Instant.fromEpochMilliseconds(second * 1000);
          expect(statusAt({ ...vacancy, publication }, now)).toBe(publication);
        },
      ),
    );
  });

  test('never goes back as time passes', () => {
    const order = ['ANNOUNCED', 'OPEN', 'CLOSED'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 0, max: 1e8 }), (a, b) => {
        const at = (seconds: number) =>
          statusAt(vacancy, Temporal.Instant.from('2025-07-01T00:00:00Z').add({ seconds }));
        expect(order.indexOf(at(Math.max(a, b)))).toBeGreaterThanOrEqual(order.indexOf(at(Math.min(a, b))));
      }),
    );
  });
});
