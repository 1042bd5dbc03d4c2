import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { lastDayOf } from './mandate.days.rules.ts';
import { acceptedProblems, termsAccepted } from './mandate.start.rules.ts';
import type { Terms } from './mandate.terms.rules.ts';
import { termsExplained } from './mandate.words.rules.ts';

const TERMS: Terms = {
  ...{ kind: 'MANDATE', kindSource: 'NOTICE', startsOn: '2026-02-01', duration: 'P6Y', durationSource: 'REGIME' },
  ...{ endsOn: '2032-01-31', endsOnSource: 'REGIME', endRule: 'END_OF_DURATION', endSource: 'REGIME' },
};
const PRINTED: Terms = { ...TERMS, duration: null, durationSource: null, endsOn: '2028-12-31', endRule: 'PRINTED_DAY' };

describe('a mandate that is accepted', () => {
  test.each(['2025-12-10', '2026-01-31', '2026-02-01'])('by its first day (%s) begins on that day', (day) =>
    expect(termsAccepted(day, TERMS)).toBe(TERMS),
  );

  test('later begins on the day of acceptance, and lasts as long as it would have', () => {
    expect(termsAccepted('2026-02-02', TERMS)).toEqual({
      ...{ ...TERMS, startsOn: '2026-02-02', decidedFor: '2026-02-01', endsOn: '2032-02-01' },
    });
    expect(termsExplained(termsAccepted('2026-03-15', TERMS)).en).toBe(
      'The mandate begins on 15 March 2026. It was decided to begin on 1 February 2026; it begins on the day on which it was accepted. It lasts 6 years, by the legal regime. 15 March 2026 + 6 years = 15 March 2032, and the day before is the last. The last day is 14 March 2032.',
    );
  });

  test('later ends no later for it on a fixed day, nor sooner where none is fixed', () => {
    expect(termsAccepted('2026-03-15', PRINTED)).toMatchObject({ startsOn: '2026-03-15', endsOn: '2028-12-31' });
    const both = { ...PRINTED, duration: 'P6Y', endsOn: TERMS.endsOn };
    expect(termsAccepted('2026-03-15', both)).toMatchObject({ endsOn: '2032-01-31' });
    const open = { ...TERMS, duration: null, endsOn: null, endRule: 'RETURN_OF_HOLDER' } as const;
    expect(termsAccepted('2026-03-15', open)).toMatchObject({ startsOn: '2026-03-15', endsOn: null });
  });

  test('is so at the latest on its last day', () => {
    const codes = (day: string) => acceptedProblems(termsAccepted(day, PRINTED)).map(({ code }) => code);
    expect([codes('2028-12-31'), codes('2029-01-01')]).toEqual([[], ['AFTER_THE_END']]);
    expect(acceptedProblems(termsAccepted('2090-01-01', TERMS))).toEqual([]);
  });

  test('never begins before it is accepted, nor before the day that was decided', () => {
    const start = Temporal.PlainDate.from(TERMS.startsOn);
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const day = start.add({ days }).toString();
        const { startsOn, endsOn } = termsAccepted(day, TERMS);
        expect(startsOn >= day && startsOn >= TERMS.startsOn).toBe(true);
        expect(endsOn).toBe(lastDayOf(startsOn, 'P6Y'));
      }),
    );
  });
});
