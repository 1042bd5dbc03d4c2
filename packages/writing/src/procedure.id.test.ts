import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseProcedureId, procedureIdOf, stepIdOf, uuidOf } from './procedure.id.ts';

describe('the id of a procedure', () => {
  test('is a version 5 UUID, as RFC 9562 makes it', () =>
    expect(uuidOf('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    ));

  test('stays what it is from release to release', () => {
    const id = procedureIdOf('vrb:vacancy:a');
    expect([id, stepIdOf(id, 'screening')]).toEqual([
      'd304120c-f58c-5ae5-b454-983637a6196c',
      '6ffe05b3-a350-593d-889b-710ef718deec',
    ]);
  });

  test('is read back, in either case, and differs from vacancy to vacancy', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const id = procedureIdOf(one);
        expect(parseProcedureId(id)).toBe(id);
        expect(parseProcedureId(id.toUpperCase())).toBe(id);
        if (one !== other) expect(procedureIdOf(other)).not.toBe(id);
      }),
    );
  });

  test.each([
    '',
    'vrb:vacancy:a',
    'aac7a382-78db-4869-ba1a-a476ebae696',
    'aac7a38278db4869ba1aa476ebae6963',
    ' '.repeat(36),
  ])('is not %j', (text) => expect(parseProcedureId(text)).toBeNull());
});
