import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GivenPlace, isComplete, rankingProblems } from './ranking.rules.ts';

const REASONS = 'Titles and merits weigh more than those of who comes after.';
const at = (place: number, ...applications: string[]): GivenPlace => ({ place, applications, reasons: REASONS });
const codesOf = (places: readonly GivenPlace[], suitable: readonly string[], ties = false) =>
  rankingProblems(places, suitable, ties).map(({ path, code, value }) => [path, code, value]);
const placedOf = (places: readonly GivenPlace[]) =>
  places.flatMap(({ place, applications }) => applications.map((application) => ({ place, application })));

describe('a ranking', () => {
  test('S2.S Result: is of the suitable, each with a reasoned place of its own', () =>
    expect(codesOf([at(2, 'b'), at(1, 'c'), at(3, 'a')], ['a', 'b', 'c'])).toEqual([]));

  test('S1.S3: is made only where several are suitable', () => {
    expect(codesOf([at(1, 'a')], ['a'])).toEqual([['places', 'NOT_SEVERAL', '1']]);
    expect(codesOf([], [])).toEqual([['places', 'NOT_SEVERAL', '0']]);
  });

  test('is refused with everything that is wrong with it', () =>
    expect(
      codesOf([at(1, 'a', 'b'), { ...at(4, 'a'), reasons: 'Beter.' }, at(4), at(0, 'foreign')], ['a', 'b', 'c']),
    ).toEqual([
      ['places[0].place', 'WRONG_PLACE', '1'],
      ['places[0].applications', 'TIE', '2'],
      ['places[1].place', 'PLACE_TWICE', '4'],
      ['places[1].reasons', 'TOO_SHORT', null],
      ['places[2].place', 'PLACE_TWICE', '4'],
      ['places[2].applications', 'EMPTY', null],
      ['places[3].place', 'WRONG_PLACE', '0'],
      ['places[1].applications[0]', 'RANKED_TWICE', 'a'],
      ['places[3].applications[0]', 'NOT_SUITABLE', null],
      ['places', 'NOT_RANKED', 'c'],
    ]));

  test('has ties only where the regime allows them, and then leaves out the places that they take', () => {
    const tie = [at(1, 'a', 'b'), at(3, 'c')];
    expect(codesOf(tie, ['a', 'b', 'c'])).toEqual([['places[0].applications', 'TIE', '2']]);
    expect(codesOf(tie, ['a', 'b', 'c'], true)).toEqual([]);
    expect(codesOf([at(1, 'a', 'b'), at(2, 'c')], ['a', 'b', 'c'], true)).toEqual([
      ['places[1].place', 'WRONG_PLACE', '2'],
    ]);
    expect(codesOf([at(1, 'a'), at(1, 'b'), at(3, 'c')], ['a', 'b', 'c'], true)).toEqual([
      ['places[0].place', 'PLACE_TWICE', '1'],
      ['places[1].place', 'PLACE_TWICE', '1'],
    ]);
  });
});

describe('any ranking', () => {
  const SUITABLE = ['a', 'b', 'c', 'd', 'e'];
  const order = fc.shuffledSubarray(SUITABLE, { minLength: SUITABLE.length });
  /** The order in groups, each with its place. */
  const grouped = fc.tuple(order, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })).map(([all, joins]) => {
    const groups: string[][] = [];
    for (const [index, id] of all.entries()) {
      if (index > 0 && joins[index - 1]) groups.at(-1)!.push(id);
      else groups.push([id]);
    }
    return groups.map((group, index) => at(groups.slice(0, index).flat().length + 1, ...group));
  });

  test('of all the suitable in any order is accepted, however it is listed', () => {
    fc.assert(
      fc.property(order, fc.func(fc.nat()), (all, key) => {
        const places = all
          .map((id, index) => at(index + 1, id))
          .sort((one, other) => key(one.place) - key(other.place));
        expect(codesOf(places, SUITABLE)).toEqual([]);
        expect(isComplete(placedOf(places), SUITABLE)).toBe(true);
      }),
    );
  });

  test('with ties is accepted where they are allowed, and refused for each tie where not', () => {
    fc.assert(
      fc.property(grouped, (places) => {
        expect(codesOf(places, SUITABLE, true)).toEqual([]);
        const ties = places.filter(({ applications }) => applications.length > 1).length;
        expect(codesOf(places, SUITABLE).filter(([, code]) => code === 'TIE')).toHaveLength(ties);
        expect(isComplete(placedOf(places), SUITABLE)).toBe(true);
      }),
    );
  });

  test('with a gap, somebody twice, somebody else or somebody missing is refused, with all of it', () => {
    const broken = fc.record({
      all: order,
      gapFrom: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
      twice: fc.boolean(),
      foreign: fc.boolean(),
      missing: fc.boolean(),
    });
    fc.assert(
      fc.property(broken, ({ all, gapFrom, twice, foreign, missing }) => {
        const [left, gone] = missing ? [all.slice(0, -1), all.slice(-1)] : [all, []];
        const listed = [...left, ...(twice ? [left[0]!] : []), ...(foreign ? ['other'] : [])];
        const places = listed.map((id, index) => at(index + 1 + (gapFrom !== null && index >= gapFrom ? 1 : 0), id));
        const codes = rankingProblems(places, SUITABLE, false).map(({ code }) => code);
        const gap = gapFrom !== null && gapFrom < listed.length;
        expect(codes.filter((code) => code === 'NOT_RANKED')).toHaveLength(gone.length);
        expect(codes.includes('RANKED_TWICE')).toBe(twice);
        expect(codes.includes('NOT_SUITABLE')).toBe(foreign);
        expect(codes.filter((code) => code === 'WRONG_PLACE')).toHaveLength(gap ? listed.length - gapFrom : 0);
        if (gap || foreign || missing) expect(isComplete(placedOf(places), SUITABLE)).toBe(false);
      }),
    );
  });
});
