import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addressed,
  formatId,
  type GlobalId,
  instantInId,
  isLocalDate,
  parseId,
  parseSubjectId,
  READ_NOW,
  SUBJECT_KINDS,
  subjectIdOf,
} from './id.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString());
const reading = fc.record({ asOf: fc.option(date), knownAt: fc.option(instant) });
const id: fc.Arbitrary<GlobalId> = fc.record({
  institution: slug,
  kind: fc.constantFrom(...SUBJECT_KINDS),
  local: slug,
  asOf: fc.option(date),
  knownAt: fc.option(instant),
});

describe('global ids', () => {
  test('parse back to what they were made of', () => {
    fc.assert(fc.property(id, (one) => expect(parseId(formatId(one))).toEqual(one)));
  });

  test('have one spelling only: whatever parses, prints as it was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          id.map(formatId),
          id.map((one) => `${formatId(one)} `),
        ),
        (text) => {
          const parsed = parseId(text);
          if (parsed !== null) expect(formatId(parsed)).toBe(text);
        },
      ),
    );
  });

  test('take a day and an instant and give them up again', () => {
    fc.assert(
      fc.property(id, reading, (one, other) => {
        const text = formatId(one);
        expect(parseId(addressed(text, other))).toEqual({ ...one, ...other });
        expect(parseId(subjectIdOf(text))).toEqual({ ...one, ...READ_NOW });
        expect(addressed(text, one)).toBe(text);
        expect(parseSubjectId(text) === null).toBe(one.asOf !== null || one.knownAt !== null);
      }),
    );
  });

  test('take part of a millisecond as the millisecond it is in, since recordings are no finer', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 999_999 }), (written, nanoseconds) => {
        const finer = written.replace('Z', `${String(nanoseconds).padStart(6, '0')}Z`);
        expect(instantInId(finer)).toBe(written);
      }),
    );
    expect(instantInId('2025-11-24T11:00:00+01:00')).toBe('2025-11-24T10:00:00.000Z');
    expect(['2025-11-24', '-000100-01-01T00:00:00Z', '+012025-01-01T00:00:00Z', ''].map(instantInId)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test.each([
    '',
    'gob-connectit',
    'gob-connectit:vacancy',
    'gob-connectit:vacancy:',
    'gob-connectit:post:x',
    'Gob:vacancy:x',
    'gob--x:vacancy:x',
    'gob:vacancy:x@2024-02-30',
    'gob:vacancy:x@2023-02-29',
    'gob:vacancy:x@24-01-01',
    'gob:vacancy:x\n',
    'gob:vacancy:x~2025-11-24T10:00:00Z',
    'gob:vacancy:x~2025-11-24T24:00:00.000Z',
    'gob:vacancy:x~2025-02-30T10:00:00.000Z',
    'gob:vacancy:x~2025-11-24T10:00:00.000+01:00',
    'gob:vacancy:x~2025-11-24T10:00:00.000Z@2025-01-01',
    `gob:vacancy:${'x'.repeat(300)}`,
  ])('%j is not an id', (text) => expect(parseId(text)).toBeNull());
});

describe('local dates', () => {
  test('exist exactly when the calendar has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          const day = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
          expect(isLocalDate(text)).toBe(exists);
        },
      ),
    );
  });
});
