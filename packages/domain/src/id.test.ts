import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dated, formatId, type GlobalId, isLocalDate, parseId, SUBJECT_KINDS, undated } from './id.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const id: fc.Arbitrary<GlobalId> = fc.record({
  institution: slug,
  kind: fc.constantFrom(...SUBJECT_KINDS),
  local: slug,
  asOf: fc.option(date),
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

  test('take a date and give it up again', () => {
    fc.assert(
      fc.property(id, date, (one, day) => {
        const text = formatId(one);
        expect(parseId(dated(text, day))).toEqual({ ...one, asOf: day });
        expect(parseId(undated(text))).toEqual({ ...one, asOf: null });
        expect(dated(text, null)).toBe(text);
      }),
    );
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
