import { describe, expect, test } from '@jest/globals';
import { type EligibilityRule, ours, SILENT_PAY, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { vacancyProblems } from './vacancy.rules.ts';

const problemsOf = (own: Partial<VacancyState>) =>
  vacancyProblems(vacancyState(own)).map(({ path, code, value }) => [path, code, value]);
const label = ours('naam', 'nom', 'name');
const summary = { summary: label, fullText: null };
const group = (key: string, ...rules: EligibilityRule[]): EligibilityRule => ({
  key,
  operator: 'ALL_OF',
  label,
  rules,
  notes: [],
});

describe('a vacancy, a draft’s included', () => {
  test('breaks no rule when it says nothing wrong', () => expect(problemsOf({ publication: 'DRAFT' })).toEqual([]));

  test('has a deadline on a day of the calendar, at a time of the day, and is told of both', () =>
    expect(problemsOf({ applicationDeadline: { date: '2025-02-30', timeOfDay: '24:00' } })).toEqual([
      ['applicationDeadline.date', 'INVALID_DATE', '2025-02-30'],
      ['applicationDeadline.timeOfDay', 'INVALID_TIME', '24:00'],
    ]));

  test('numbers its steps in their order, with a key each, and a committee that can exist', () => {
    const steps = [announcedStep('a', 2), announcedStep('a', 2, { committeeSize: { min: 10, max: 8 } })];
    expect(problemsOf({ announcedSteps: steps })).toEqual([
      ['announcedSteps[1].key', 'DUPLICATE_KEY', 'a'],
      ['announcedSteps[0].position', 'OUT_OF_ORDER', '2'],
      ['announcedSteps[1].committeeSize.min', 'EMPTY_RANGE', '10'],
    ]);
  });

  test('finds what has a key by it', () => {
    const responsibility = (key: string) => ({ key, title: label, description: summary, activities: [] });
    const tree = group('root', group('root', group('Two words', group('leaf'))));
    expect(
      problemsOf({
        responsibilities: ['lead', 'Lead', 'lead', ''].map(responsibility),
        participationConditions: tree,
        appointmentConditions: group('root', group('other')),
      }),
    ).toEqual([
      ['responsibilities[1].key', 'INVALID_SLUG', 'Lead'],
      ['responsibilities[2].key', 'DUPLICATE_KEY', 'lead'],
      ['responsibilities[3].key', 'INVALID_SLUG', ''],
      ['participationConditions.rules[0].key', 'DUPLICATE_KEY', 'root'],
      ['participationConditions.rules[0].rules[0].key', 'INVALID_SLUG', 'Two words'],
      ['participationConditions.rules[0].rules[0].rules[0].rules', 'EMPTY_GROUP', null],
      ['appointmentConditions.rules[0].rules', 'EMPTY_GROUP', null],
    ]);
  });

  test('assesses competences in steps there are', () => {
    const competence = { key: 'it', kind: 'TECHNICAL', scope: null, label, group: null } as const;
    const more = { masteryType: null, masteryLevel: null, statements: [], assessedIn: ['a', 'b'] };
    expect(problemsOf({ announcedSteps: [announcedStep('a', 1)], competences: [{ ...competence, ...more }] })).toEqual([
      ['competences[0].assessedIn', 'UNKNOWN_STEP', 'b'],
    ]);
  });

  test('has a mandate that does not end before it starts', () => {
    const mandate = { kind: null, interim: null, duration: null, startsOn: '2026-01-02', endsOn: '2026-01-01' };
    expect(problemsOf({ mandate })).toEqual([['mandate.endsOn', 'EMPTY_RANGE', '2026-01-01']]);
    expect(problemsOf({ mandate: { ...mandate, endsOn: '2026-01-02' } })).toEqual([]);
  });
});

describe('a value of a vacancy', () => {
  test('that is a text exists in a language, and its original in its own', () => {
    const none = { nl: null, fr: null, en: null, original: null };
    expect(problemsOf({ title: none, diploma: { ...none, fr: 'Master', original: 'nl' } })).toEqual([
      ['diploma.original', 'NO_ORIGINAL', 'NL'],
      ['title', 'NO_LANGUAGE', null],
    ]);
  });

  test.each(['a@b', 'a b@c.be', '@c.be', 'a@c..be', 'a@-c.be', 'a@c.be, d@c.be', `${'x'.repeat(65)}@c.be`])(
    'that is an e-mail address has its form, not that of %s',
    (email) =>
      expect(problemsOf({ contactPoints: [{ label, email, purpose: null }] })).toEqual([
        ['contactPoints[0].email', 'INVALID_EMAIL', email],
      ]),
  );

  test.each(['jobs@example.brussels', 'first.last+tag@sub.example.be'])('may be the address %s', (email) =>
    expect(problemsOf({ contactPoints: [{ label, email, purpose: null }] })).toEqual([]),
  );

  test.each(['example.be', 'javascript:alert(1)', 'ftp://example.be', 'https://', 'https://a b', 'https://u:p@x.be'])(
    'that is a link leads to the web, not to %s',
    (url) => expect(problemsOf({ links: [{ label, url }] })).toEqual([['links[0].url', 'INVALID_URL', url]]),
  );

  test('that is a day, a duration, an amount or a count is one', () => {
    const step = announcedStep('a', 1, {
      passMark: { atLeast: '12', outOf: '10' },
      testCount: 0,
      weightingClasses: [6, -1],
      duration: { minutes: 0, approximate: true, includesPreparation: null },
      rules: [{ kind: 'EXEMPT_HOLDER', label, duration: 'P0D', startsFrom: null, levels: 'SAME_OR_LOWER' }],
    });
    expect(
      problemsOf({
        opensOn: '2025-13-01',
        vacantPositions: 0,
        mandate: { kind: null, interim: null, duration: 'six years', startsOn: null, endsOn: null },
        pay: {
          ...SILENT_PAY,
          grossAnnualSalary: { amount: '-1', currency: 'USD' as 'EUR' },
        },
        announcedSteps: [step],
      }),
    ).toEqual([
      ['opensOn', 'INVALID_DATE', '2025-13-01'],
      ['mandate.duration', 'INVALID_DURATION', 'six years'],
      ['announcedSteps[0].rules[0].duration', 'INVALID_DURATION', 'P0D'],
      ['pay.grossAnnualSalary.amount', 'INVALID_DECIMAL', '-1'],
      ['pay.grossAnnualSalary.currency', 'UNKNOWN_CURRENCY', 'USD'],
      ['announcedSteps[0].passMark.atLeast', 'EMPTY_RANGE', '12'],
      ['vacantPositions', 'OUT_OF_RANGE', '0'],
      ['announcedSteps[0].weightingClasses[1]', 'OUT_OF_RANGE', '-1'],
      ['announcedSteps[0].testCount', 'OUT_OF_RANGE', '0'],
      ['announcedSteps[0].duration.minutes', 'OUT_OF_RANGE', '0'],
    ]);
  });
});
