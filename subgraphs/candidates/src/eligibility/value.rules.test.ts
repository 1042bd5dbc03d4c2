import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allOf, anyOf, type Judged, outcomeOf, plain, RESERVATIONS, TRUTHS, type Truth } from './value.rules.ts';

const [T, F, U] = ['SATISFIED', 'NOT_SATISFIED', 'UNDETERMINED'] as const;
/** From worst to best: Kleene's conjunction is the least of the values, the disjunction the greatest. */
const ORDER = ['NOT_ELIGIBLE', 'UNDETERMINED', 'CONDITIONAL', 'ELIGIBLE'] as const;
const rank = (judged: Judged) => ORDER.indexOf(outcomeOf(judged));

const judged: fc.Arbitrary<Judged> = fc.oneof(
  fc.constantFrom(plain(F), plain(U)),
  fc.subarray([...RESERVATIONS]).map((reservations) => ({ value: T, reservations })),
);
const list = fc.array(judged, { maxLength: 6 });

describe('three values', () => {
  const table: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ];

  test('have the tables of Kleene, whole', () => expect(table).toHaveLength(TRUTHS.length ** 2));

  test.each(table)('%s, %s: all of them %s, any of them %s', (one, other, all, any) => {
    expect(allOf([plain(one), plain(other)]).value).toBe(all);
    expect(anyOf([plain(one), plain(other)]).value).toBe(any);
  });

  test('of none: all hold, and none does', () => {
    expect(allOf([])).toEqual(plain(T));
    expect(anyOf([])).toEqual(plain(F));
  });

  test('are those of one where there is one', () => {
    fc.assert(
      fc.property(judged, (one) => {
        expect(allOf([one])).toEqual(one);
        expect(anyOf([one])).toEqual(one);
      }),
    );
  });
});

describe('outcomes', () => {
  test('of all are the least, of any the greatest', () => {
    fc.assert(
      fc.property(list, (all) => {
        expect(rank(allOf(all))).toBe(Math.min(3, ...all.map(rank)));
        expect(rank(anyOf(all))).toBe(Math.max(0, ...all.map(rank)));
      }),
    );
  });

  test('do not depend on the order', () => {
    fc.assert(
      fc.property(
        list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(allOf(shuffled)).toEqual(allOf(all));
          expect(anyOf(shuffled)).toEqual(anyOf(all));
        },
      ),
    );
  });

  test('have reservations only when satisfied', () => {
    fc.assert(
      fc.property(list, (all) => {
        for (const { value, reservations } of [allOf(all), anyOf(all)])
          expect(value === T || reservations.length === 0).toBe(true);
      }),
    );
  });

  test('an alternative without reservations lifts those of another', () => {
    const conditional: Judged = { value: T, reservations: ['DIPLOMA_COUNTRY', 'DIPLOMA_LANGUAGE'] };
    expect(outcomeOf(conditional)).toBe('CONDITIONAL');
    expect(anyOf([conditional, { value: T, reservations: ['DIPLOMA_COUNTRY'] }]).reservations).toEqual([
      'DIPLOMA_COUNTRY',
    ]);
    expect(anyOf([conditional, plain(U), plain(T)])).toEqual(plain(T));
    expect(allOf([conditional, plain(T)])).toEqual(conditional);
  });
});
