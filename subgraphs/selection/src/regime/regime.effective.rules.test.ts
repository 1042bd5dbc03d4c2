import { describe, expect, test } from '@jest/globals';
import type { AnnouncedStep, MandateTerms } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { assessedClasses, type EffectiveRule, type EffectiveRules, rulesFor } from './regime.effective.rules.ts';
import { choice } from './regime.grounds.rules.ts';
import { listedRules } from './regime.rules.ts';
import {
  BRUSSELS,
  EXEMPTION,
  FEDERAL,
  FEDERAL_NOTICE,
  regime,
  right,
  SILENT_NOTICE,
  WAITING,
} from './testing/notices.ts';

const OISZ = regime('OISZ_MANAGEMENT');
const STATUTE = regime('BRUSSELS_STATUTE');
const withSteps = (...announcedSteps: AnnouncedStep[]) => vacancyState({ announcedSteps });
const origin = ({ from, step, value }: EffectiveRule<unknown>) => ({ from, step, value });

describe('what a notice prints', () => {
  test('wins over the regime, with the step that prints it', () => {
    expect(origin(FEDERAL.suitabilityScheme)).toEqual({ from: 'NOTICE', step: 'result', value: 'SUITABLE_UNSUITABLE' });
    expect(origin(FEDERAL.committeeSize)).toEqual({ from: 'NOTICE', step: 'oral', value: { min: 8, max: 10 } });
    expect(origin(FEDERAL.passMarks['assessment']!)).toEqual({
      ...{ from: 'NOTICE', step: 'assessment', value: { atLeast: '60', outOf: '100' } },
    });
    expect(origin(FEDERAL.exemption)).toEqual({
      ...{ from: 'NOTICE', step: 'assessment' },
      value: { duration: 'P2Y', startsFrom: 'DAY_OF_PASSING', levels: 'SAME_OR_LOWER', lastDay: 'INCLUDED' },
    });
    expect(origin(FEDERAL.waiting)).toEqual({
      ...{ from: 'NOTICE', step: 'assessment' },
      value: { duration: 'P6M', startsFrom: 'DAY_OF_TEST', levels: 'SAME_OR_HIGHER', lastDay: 'INCLUDED' },
    });
    expect(origin(FEDERAL.holdersExempt)).toEqual({ from: 'NOTICE', step: 'assessment', value: 'SAME_OR_HIGHER' });
    expect(origin(BRUSSELS.decidingBody)).toEqual({ from: 'NOTICE', step: 'result', value: 'vrb:body:government' });
  });

  test('S2.T on registering for tests wins value by value', () => {
    const { registrationOnlyInPeriod, cancelAtLatest, cancelAsked, rebookingAllowed, absenceExcludes } = FEDERAL;
    const printed = [registrationOnlyInPeriod, cancelAtLatest, cancelAsked, rebookingAllowed, absenceExcludes];
    expect(printed.map(({ value }) => value)).toEqual([true, 'PT1H', 'P1D', true, true]);
    expect(printed.map(({ from, step }) => [from, step])).toEqual(printed.map(() => ['NOTICE', null]));
    const sessions = { ...FEDERAL_NOTICE.testRegistration!, absenceExcludes: null, rebookingAllowed: false };
    const rules = rulesFor(OISZ, { ...FEDERAL_NOTICE, testRegistration: sessions });
    expect(origin(rules.absenceExcludes)).toEqual({ from: 'REGIME', step: null, value: false });
    expect(origin(rules.rebookingAllowed)).toEqual({ from: 'NOTICE', step: null, value: false });
  });

  test('S2.F on rights wins where it gives a duration, and a complaint has none', () => {
    const value = { duration: 'P2M', startsFrom: 'SENDING_OF_RESULTS' };
    expect(origin(FEDERAL.feedback)).toEqual({ from: 'NOTICE', step: null, value });
    expect(origin(FEDERAL.complaint)).toEqual({ from: 'REGIME', step: null, value: null });
    const rights = [
      right('FEEDBACK', { startsFrom: 'EACH_STEP' }),
      right('FEEDBACK', { duration: 'P30D' }),
      right('COMPLAINT', { duration: 'P1M', startsFrom: 'EACH_STEP' }),
    ];
    const rules = rulesFor(STATUTE, { ...FEDERAL_NOTICE, rights });
    expect(origin(rules.feedback)).toMatchObject({ from: 'NOTICE', value: { ...value, duration: 'P30D' } });
    expect(origin(rules.complaint)).toMatchObject({
      ...{ from: 'NOTICE', value: { duration: 'P1M', startsFrom: 'EACH_STEP' } },
    });
  });

  test('wins also where the regime says otherwise', () => {
    const other = regime('OISZ_MANAGEMENT', {
      suitabilityScheme: choice('A_TO_D', OISZ.name),
      committeeSize: choice({ min: 6, max: 6 }, OISZ.name),
      passMark: choice({ atLeast: '12', outOf: '20' }, OISZ.name),
      exemption: choice({ ...OISZ.rules.exemption.value!, startsFrom: 'NOTIFICATION_OF_RANKING' }, OISZ.name),
      exemptionLastDay: choice('EXCLUDED', OISZ.name),
    });
    const rules = rulesFor(other, FEDERAL_NOTICE);
    expect(rules.suitabilityScheme.value).toBe('SUITABLE_UNSUITABLE');
    expect(rules.committeeSize.value).toEqual({ min: 8, max: 10 });
    expect(rules.passMarks['assessment']!.value).toEqual({ atLeast: '60', outOf: '100' });
    expect(rules.passMarks['oral']).toMatchObject({ from: 'REGIME', value: { atLeast: '12', outOf: '20' } });
    expect(rules.exemption.value).toMatchObject({ startsFrom: 'DAY_OF_PASSING', lastDay: 'EXCLUDED' });
  });

  test('is told with its place, in three languages', () => {
    expect(FEDERAL.committeeSize).toMatchObject({
      basis: 'STATED',
      source: {
        nl: 'De vacature, stap “Stap oral”.',
        fr: 'L’offre, étape « Étape oral ».',
        en: 'The notice, step “Step oral”.',
      },
    });
    expect(FEDERAL.feedback.source.en).toBe('The notice, right “A rule”.');
    expect(FEDERAL.cancelAtLatest.source.en).toBe('The notice, on registering for tests.');
    const untranslated = announcedStep('a', 1, {
      ...{ name: { nl: 'Gesprek', fr: null, en: null, original: 'nl' }, committeeSize: { min: 3, max: 3 } },
    });
    expect(rulesFor(OISZ, withSteps(untranslated)).committeeSize.source.fr).toBe('L’offre, étape « Gesprek ».');
  });
});

describe('where a notice is silent', () => {
  test('every rule is that of the regime, with what it rests on', () => {
    const rules = rulesFor(OISZ, SILENT_NOTICE) as unknown as Record<string, EffectiveRule<unknown>>;
    const composed = ['passMark', 'exemption', 'waiting', 'mandate', 'interimMandate', 'otherMandate'];
    for (const { name, ...rule } of listedRules(OISZ)) {
      if (!composed.includes(name)) expect(rules[name]).toEqual({ ...rule, from: 'REGIME', step: null });
    }
    expect(rules['exemption']).toMatchObject({
      from: 'REGIME',
      basis: 'FOUND',
      value: { duration: 'P2Y', lastDay: 'INCLUDED' },
    });
    expect(rules['waiting']).toMatchObject({
      from: 'REGIME',
      basis: 'FOUND',
      value: { duration: 'P6M', lastDay: 'INCLUDED' },
    });
    expect(rules['regime']).toEqual({ code: 'OISZ_MANAGEMENT', validFrom: '2014-05-19' });
  });

  test('S1.S nothing is guessed: no committee size, no pass mark, no exemption, no waiting period', () => {
    const silent: (keyof EffectiveRules)[] = ['committeeSize', 'exemption', 'waiting', 'holdersExempt', 'complaint'];
    for (const name of silent) expect(BRUSSELS[name]).toMatchObject({ from: 'REGIME', value: null });
    expect(Object.values(BRUSSELS.passMarks).map(({ value }) => value)).toEqual([null, null, null]);
    expect(origin(BRUSSELS.decidingAuthority)).toEqual({ from: 'REGIME', step: null, value: 'GOVERNMENT' });
    expect(origin(FEDERAL.decidingBody)).toEqual({ from: 'REGIME', step: null, value: null });
  });
});

describe('a term that a notice prints in part', () => {
  const printed = (rule: typeof EXEMPTION, own = OISZ) =>
    rulesFor(own, withSteps(announcedStep('a', 1, { rules: [rule] })));

  test('has the rest from the regime', () => {
    expect(printed({ ...EXEMPTION, duration: null }).exemption).toMatchObject({
      ...{ from: 'NOTICE', step: 'a', value: { duration: 'P2Y', startsFrom: 'DAY_OF_PASSING' } },
    });
    expect(printed({ ...WAITING, duration: 'P1Y', startsFrom: null }).waiting).toMatchObject({
      ...{ from: 'NOTICE', step: 'a', value: { duration: 'P1Y', startsFrom: 'DAY_OF_TEST' } },
    });
  });

  test('is no term where the regime does not say the rest either', () => {
    const { exemption, waiting } = printed({ ...EXEMPTION, startsFrom: null }, STATUTE);
    expect([exemption, waiting].map(origin)).toEqual([0, 1].map(() => ({ from: 'REGIME', step: null, value: null })));
    expect(printed(EXEMPTION, STATUTE).exemption).toMatchObject({ from: 'NOTICE', value: { duration: 'P2Y' } });
  });
});

describe('who decides in the end', () => {
  const body = (...steps: AnnouncedStep[]) => rulesFor(STATUTE, withSteps(...steps)).decidingBody.value;

  test('is named beside the result or the decision, or is the actor of the decision; a committee never is', () => {
    expect(body(announcedStep('r', 1, { kind: 'RESULT', actor: 'committee' }))).toBeNull();
    expect(body(announcedStep('i', 1, { decidedBy: 'somebody' }))).toBeNull();
    expect(body(announcedStep('r', 1, { kind: 'RESULT', decidedBy: 'government' }))).toBe('government');
    expect(body(announcedStep('d', 1, { kind: 'DECISION', actor: 'minister' }))).toBe('minister');
    expect(body(announcedStep('d', 1, { kind: 'DECISION', actor: 'minister', decidedBy: 'board' }))).toBe('board');
  });

  test('the scheme is stated by the result only', () => {
    const step = announcedStep('i', 1, { suitabilityScheme: 'A_TO_D' });
    expect(rulesFor(STATUTE, withSteps(step)).suitabilityScheme).toMatchObject({ from: 'REGIME' });
  });
});

describe('legal 2: the mandate', () => {
  const terms = (own: Partial<MandateTerms>): MandateTerms => ({
    ...{ kind: null, interim: null, duration: null, startsOn: null, endsOn: null },
    ...own,
  });
  const mandate = (own: Partial<MandateTerms>, code = OISZ) => {
    const { duration, end } = rulesFor(code, { ...FEDERAL_NOTICE, mandate: terms(own) }).mandate!;
    return [duration.value, end.value, duration.from, end.from];
  };

  test.each<[string, Partial<MandateTerms>, unknown[]]>([
    ['a mandate', { kind: 'MANDATE' }, ['P6Y', 'END_OF_DURATION', 'REGIME', 'REGIME']],
    ['an interim one', { kind: 'INTERIM' }, [null, 'REMAINING_TERM', 'REGIME', 'REGIME']],
    ['one that is interim', { kind: 'MANDATE', interim: true }, [null, 'REMAINING_TERM', 'REGIME', 'REGIME']],
    ['one of no known kind', {}, [null, 'BY_DECISION', 'REGIME', 'REGIME']],
    ['a printed duration', { kind: 'INTERIM', duration: 'P9M' }, ['P9M', 'END_OF_DURATION', 'NOTICE', 'NOTICE']],
    ['a printed last day', { kind: 'MANDATE', endsOn: '2026-12-31' }, [null, 'PRINTED_DAY', 'REGIME', 'NOTICE']],
    ['both', { duration: 'P1Y', endsOn: '2026-12-31' }, ['P1Y', 'PRINTED_DAY', 'NOTICE', 'NOTICE']],
  ])('%s has a duration and an end of its own', (_name, own, expected) => {
    expect(mandate(own)).toEqual(expected);
  });

  test('is of 5 years in Brussels, and an interim one ends with the return of the holder', () => {
    expect(mandate({ kind: 'MANDATE' }, STATUTE).slice(0, 2)).toEqual(['P5Y', 'END_OF_DURATION']);
    expect(BRUSSELS.mandate).toMatchObject({ kind: 'INTERIM', startsOn: null, endsOn: null });
    expect(BRUSSELS.mandate?.duration).toMatchObject({ value: null, from: 'REGIME', basis: 'CHOICE' });
    expect(BRUSSELS.mandate?.end).toMatchObject({ value: 'RETURN_OF_HOLDER', basis: 'CHOICE' });
  });

  test('is none where the notice does not say that it is one', () => {
    expect(rulesFor(OISZ, SILENT_NOTICE).mandate).toBeNull();
  });
});

describe('the classes that an assessment is of', () => {
  test('are those of the step, else those of the vacancy, else not known', () => {
    expect(assessedClasses(FEDERAL_NOTICE)).toEqual([4, 5]);
    expect(assessedClasses({ ...FEDERAL_NOTICE, weightingClasses: [6] })).toEqual([4, 5]);
    expect(assessedClasses({ ...SILENT_NOTICE, weightingClasses: [6] })).toEqual([6]);
    expect(assessedClasses(SILENT_NOTICE)).toBeNull();
  });
});
