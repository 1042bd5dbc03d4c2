import { describe, expect, test } from '@jest/globals';
import { type LanguageRole, ours } from '@mandate-graph/domain';
import fc from 'fast-check';
import {
  type CommitteeRules,
  type Counted,
  compositionProblems,
  hearingProblems,
  parityOf,
  quorumOf,
  withinRange,
} from './committee.rules.ts';

const rule = <T>(value: T) => ({
  ...{ value, basis: 'CHOICE' as const, source: ours('x', 'x', 'x'), from: 'REGIME' as const, step: null },
});
const RULES: CommitteeRules = {
  committeeSize: rule({ min: 8, max: 10 }),
  chairRequired: rule(true),
  quorum: rule('MORE_THAN_HALF'),
  languageParity: rule('REPORTED'),
};
const committee = (count: number): Counted[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `m${at}`, function: at === 0 ? 'CHAIR' : 'MEMBER', languageRole: at % 2 === 0 ? 'NL' : 'FR' },
  }));
const ids = (members: readonly Counted[]) => members.map(({ id }) => id);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('the composition of a committee', () => {
  test.each([
    [7, ['COMMITTEE_SIZE']],
    [8, []],
    [9, []],
    [10, []],
    [11, ['COMMITTEE_SIZE']],
  ])('S2.S: of %i members is checked against a range of 8 to 10', (count, expected) => {
    const members = committee(count);
    expect(codes(compositionProblems(RULES, members, ids(members)))).toEqual(expected);
  });

  test('is not checked for its size where neither notice nor regime names one', () => {
    const members = committee(3);
    expect(compositionProblems({ ...RULES, committeeSize: rule(null) }, members, ids(members))).toEqual([]);
  });

  test.each([
    [8, 5],
    [9, 5],
    [10, 6],
  ])('legal 5: of %i members more than half must be there, which is %i', (count, needed) => {
    const members = committee(count);
    expect(quorumOf('MORE_THAN_HALF', count)).toBe(needed);
    expect(codes(compositionProblems(RULES, members, ids(members).slice(0, needed)))).toEqual([]);
    expect(codes(compositionProblems(RULES, members, ids(members).slice(0, needed - 1)))).toEqual(['NO_QUORUM']);
  });

  test('must have all its members there where the regime says so', () => {
    const members = committee(8);
    const all = { ...RULES, quorum: rule('ALL' as const) };
    expect(codes(compositionProblems(all, members, ids(members)))).toEqual([]);
    expect(codes(compositionProblems(all, members, ids(members).slice(0, 7)))).toEqual(['NO_QUORUM']);
  });

  test('has its chair there, unless the regime asks for none', () => {
    const members = committee(8);
    const others = ids(members).slice(1);
    expect(codes(compositionProblems(RULES, members, others))).toEqual(['NO_CHAIR']);
    expect(compositionProblems({ ...RULES, chairRequired: rule(false) }, members, others)).toEqual([]);
  });

  test('legal 7: is told and prevents nothing where roles differ, unless the regime asks for as many of either', () => {
    const members = committee(9);
    const required = { ...RULES, languageParity: rule('REQUIRED' as const) };
    expect(compositionProblems(RULES, members, ids(members))).toEqual([]);
    expect(compositionProblems(required, members, ids(members))).toMatchObject([
      { code: 'LANGUAGE_PARITY', value: '5/4/0' },
    ]);
    expect(compositionProblems(required, committee(8), ids(committee(8)))).toEqual([]);
  });

  test('tells all that is wrong at once', () => {
    expect(codes(compositionProblems(RULES, committee(7), ['m1']))).toEqual([
      'COMMITTEE_SIZE',
      'NO_CHAIR',
      'NO_QUORUM',
    ]);
  });
});

describe('the hearing of one candidate', () => {
  test('legal 5: is not held when conflicts leave fewer members than there must be', () => {
    const members = committee(9);
    const there = (barred: string[]) => ids(members).filter((id) => !barred.includes(id));
    expect(hearingProblems(RULES, members, new Set(['m8']), there(['m8']))).toEqual([]);
    expect(codes(hearingProblems(RULES, members, new Set(['m7', 'm8']), there(['m7', 'm8'])))).toEqual([
      'COMMITTEE_SIZE',
    ]);
  });

  test('needs another chair when the chair may not take part', () => {
    const members = committee(9);
    expect(codes(hearingProblems(RULES, members, new Set(['m0']), ids(members).slice(1)))).toEqual(['NO_CHAIR']);
  });
});

describe('the parity report', () => {
  test('legal 7: counts who has no known role apart, and then says nothing of the balance', () => {
    const of = (...roles: (LanguageRole | null)[]) => parityOf(roles.map((languageRole) => ({ languageRole })));
    expect(of('NL', 'FR')).toEqual({ nl: 1, fr: 1, unknown: 0, balanced: true });
    expect(of('NL', 'NL', 'FR')).toEqual({ nl: 2, fr: 1, unknown: 0, balanced: false });
    expect(of('NL', 'FR', null)).toEqual({ nl: 1, fr: 1, unknown: 1, balanced: null });
  });

  test('counts everybody once', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom<LanguageRole | null>('NL', 'FR', null)), (roles) => {
        const { nl, fr, unknown, balanced } = parityOf(roles.map((languageRole) => ({ languageRole })));
        expect(nl + fr + unknown).toBe(roles.length);
        expect(balanced).toBe(roles.includes(null) ? null : nl === fr);
      }),
    ));
});

test('a quorum is the least number that is more than half, and a range has its ends in it', () =>
  fc.assert(
    fc.property(fc.nat(50), fc.nat(20), fc.nat(20), (count, min, more) => {
      const needed = quorumOf('MORE_THAN_HALF', count);
      expect([needed * 2 > count, (needed - 1) * 2 > count]).toEqual([true, false]);
      expect(withinRange({ min, max: min + more }, count)).toBe(count >= min && count <= min + more);
      expect(withinRange(null, count)).toBeNull();
    }),
  ));
