import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { arrivalOf } from './arrival.ts';

const NOW = Temporal.Instant.from('2025-10-22T22:00:05Z');
const arrived = (header?: string) => arrivalOf(header, NOW).toString();

describe('when a request arrived', () => {
  test('is what the gateway says, up to a minute ago', () => {
    expect(arrived('2025-10-22T21:59:59.999Z')).toBe('2025-10-22T21:59:59.999Z');
    expect(arrived('2025-10-22T21:59:05Z')).toBe('2025-10-22T21:59:05Z');
  });

  test.each([
    ['nothing is said', undefined],
    ['it is longer ago', '2025-10-22T21:59:04.999Z'],
    ['it is yet to come', '2025-10-22T22:00:05.001Z'],
    ['it is no instant', 'soon'],
  ])('is now where %s', (_why, header) => expect(arrived(header)).toBe(NOW.toString()));
});
