import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Conflict, type Declaration, Interests } from './interest.rules.ts';

const conflict = (own: Partial<Conflict>): Conflict => ({
  ...{ memberId: 'm', candidacyId: 'x', kind: 'DECLARED', barring: true, ...own },
});
const declaration = (own: Partial<Declaration>): Declaration => ({
  ...{ id: 'd', memberId: 'm', kind: 'NONE', candidacyId: null, covers: [], assessment: null, version: 1, ...own },
});

describe('a conflict of interest', () => {
  test('bars its member from its candidate, or from everybody', () => {
    const barred = (one: Conflict) => {
      const interests = new Interests([one], []);
      return [interests.isBarred('m', 'x'), interests.isBarred('m', 'y'), interests.isBarred('m', null)];
    };
    expect(barred(conflict({}))).toEqual([true, false, false]);
    expect(barred(conflict({ candidacyId: null, kind: 'IS_CANDIDATE' }))).toEqual([true, true, true]);
    expect(barred(conflict({ barring: false }))).toEqual([false, false, false]);
    expect(barred(conflict({ memberId: 'n' }))).toEqual([false, false, false]);
  });
});

describe('a declaration', () => {
  const declared = (own: Partial<Declaration>) => {
    const interests = new Interests([], [declaration(own)]);
    return ['x', 'y'].filter((id) => interests.hasDeclared('m', id));
  };

  test('is for the candidates of the list it was made for', () => {
    expect(declared({ covers: ['x'] })).toEqual(['x']);
    expect(declared({ covers: ['x', 'y'] })).toEqual(['x', 'y']);
    expect(declared({ covers: ['x', 'y'], memberId: 'n' })).toEqual([]);
    expect(declared({})).toEqual([]);
  });

  test('of a conflict is for its candidate; with the whole, for everybody as long as it bars', () => {
    expect(declared({ kind: 'CONFLICT', candidacyId: 'x' })).toEqual(['x']);
    expect(declared({ kind: 'CONFLICT', candidacyId: 'x', assessment: 'NOT_BARRING' })).toEqual(['x']);
    expect(declared({ kind: 'CONFLICT' })).toEqual(['x', 'y']);
    expect(declared({ kind: 'CONFLICT', assessment: 'BARRING' })).toEqual(['x', 'y']);
    expect(declared({ kind: 'CONFLICT', assessment: 'NOT_BARRING' })).toEqual([]);
  });

  test('leaves open whoever it is not for', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdef'));
    fc.assert(
      fc.property(ids, ids, (covers, list) => {
        const interests = new Interests([], [declaration({ covers })]);
        expect(interests.undeclared('m', list)).toEqual(list.filter((id) => !covers.includes(id)));
      }),
    );
  });
});
