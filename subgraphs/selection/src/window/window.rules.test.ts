import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { choice } from '../regime/regime.grounds.rules.ts';
import { isOpen, type WindowFacts, windowOf } from './window.rules.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();
const ground = choice(null, { nl: 'een keuze', fr: 'un choix', en: 'a choice', original: null });
const windowFrom = (day: string, duration: string | null, own: Partial<WindowFacts> = {}) =>
  windowOf({
    ...{ code: 'FEEDBACK', start: { event: 'SENDING_OF_RESULTS', at: day }, duration, lastDay: 'INCLUDED', ground },
    ...own,
  });

describe('S2.F, legal 9: the last day of a window', () => {
  test.each([
    ['2025-12-31', 'P2M', '2026-02-28'],
    ['2023-12-31', 'P2M', '2024-02-29'],
    ['2023-12-29', 'P2M', '2024-02-29'],
    ['2023-12-28', 'P2M', '2024-02-28'],
    ['2025-01-30', 'P2M', '2025-03-30'],
    ['2025-08-26', 'P2M', '2025-10-26'],
    ['2024-02-29', 'P2Y', '2026-02-28'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2025-08-31', 'P6M', '2026-02-28'],
    ['2025-03-31', 'P6M', '2025-09-30'],
    ['2026-01-31', 'P1M10D', '2026-03-10'],
    ['2025-10-22', 'P1W', '2025-10-29'],
  ])('that starts on %s and lasts %s is %s', (start, duration, last) => {
    expect(windowFrom(start, duration).lastDay).toBe(last);
  });

  test.each([
    ['2025-08-31', 'P6M', '2026-02-27'],
    ['2025-03-10', 'P6M', '2025-09-09'],
    ['2025-12-31', 'P1D', '2025-12-31'],
  ])(
    'is the day before the corresponding one where that is excluded: %s + %s ends with %s',
    (start, duration, last) => {
      expect(windowFrom(start, duration, { lastDay: 'EXCLUDED' }).lastDay).toBe(last);
    },
  );

  test.each([
    // The clock goes forward on 30 March, and back on 26 October.
    ['2025-01-30', '2025-03-30T22:00:00Z'],
    ['2025-08-26', '2025-10-26T23:00:00Z'],
  ])('counts whole also where it has 23 or 25 hours: from %s it is over at %s', (start, end) => {
    expect(windowFrom(start, 'P2M').endsAt?.toString()).toBe(end);
  });

  test('is not there where no term is known: the window stays open from its event on', () => {
    const window = windowFrom('2025-11-03', null, {
      code: 'COMPLAINT',
      start: { event: 'NOTIFICATION', at: at('2025-11-03T15:00') },
    });
    expect(window).toMatchObject({ lastDay: null, endsAt: null, startsOn: '2025-11-03' });
    expect(isOpen(window, at('2025-11-03T14:59:59.999'))).toBe(false);
    expect(isOpen(window, at('2125-11-03T15:00'))).toBe(true);
  });
});

describe('the rule and the arithmetic of a window', () => {
  const told = (day: string, duration: string | null, own: Partial<WindowFacts> = {}) => {
    const { rule, arithmetic } = windowFrom(day, duration, own);
    return { rule, arithmetic };
  };

  test('are told with the event it starts from, in three languages', () => {
    expect(told('2025-12-31', 'P2M')).toEqual({
      rule: {
        nl: 'Feedback kan schriftelijk worden gevraagd gedurende 2 maanden vanaf de verzending van de eindresultaten; de eerste dag telt niet mee, de laatste dag wel, volledig.',
        fr: 'Un feedback peut être demandé par écrit pendant 2 mois à compter de l’envoi des résultats finaux ; le premier jour n’est pas compté, le dernier jour l’est, en entier.',
        en: 'Feedback can be asked for in writing for 2 months from the sending of the final results; the first day does not count, the last day does, whole.',
        original: null,
      },
      arithmetic: {
        nl: '31 december 2025 + 2 maanden = 28 februari 2026 (februari 2026 heeft geen 31e dag: de laatste van de maand); open tot het einde van die dag, Brusselse tijd.',
        fr: '31 décembre 2025 + 2 mois = 28 février 2026 (février 2026 n’a pas de 31 : son dernier jour) ; ouvert jusqu’à la fin de ce jour, heure de Bruxelles.',
        en: '31 December 2025 + 2 months = 28 February 2026 (February 2026 has no 31st: its last day); open until the end of that day, Brussels time.',
        original: null,
      },
    });
  });

  const notification = { event: 'NOTIFICATION', at: '2025-10-31' } as const;

  test('legal 10: tell when a delayed time starts to run', () => {
    const { rule, arithmetic } = told('', 'P60D', { code: 'APPEAL', start: notification, delay: 'P4M' });
    expect(rule.en).toBe(
      'An action for annulment can be brought before the Council of State for 60 days from 4 months after the notification, which names no remedy; the first day does not count, the last day does, whole.',
    );
    expect(rule.nl).toContain('gedurende 60 dagen vanaf 4 maanden na de kennisgeving, die geen beroep vermeldt');
    expect(rule.fr).toContain(
      'pendant 60 jours à compter de 4 mois après la notification, qui n’indique pas le recours',
    );
    expect(arithmetic).toMatchObject({
      nl: '31 oktober 2025 + 4 maanden = 28 februari 2026 (februari 2026 heeft geen 31e dag: de laatste van de maand), wanneer de termijn ingaat; + 60 dagen = 29 april 2026; open tot het einde van die dag, Brusselse tijd.',
      fr: '31 octobre 2025 + 4 mois = 28 février 2026 (février 2026 n’a pas de 31 : son dernier jour), quand le délai prend cours ; + 60 jours = 29 avril 2026 ; ouvert jusqu’à la fin de ce jour, heure de Bruxelles.',
      en: '31 October 2025 + 4 months = 28 February 2026 (February 2026 has no 31st: its last day), when the time starts to run; + 60 days = 29 April 2026; open until the end of that day, Brussels time.',
    });
  });

  test('tell once when it starts to run, whatever the delay is made of', () => {
    const { arithmetic } = told('', 'P1M1D', { code: 'APPEAL', start: notification, delay: 'P4M10D' });
    expect(arithmetic.en).toBe(
      '31 October 2025 + 4 months = 28 February 2026 (February 2026 has no 31st: its last day) + 10 days = 10 March 2026, when the time starts to run; + 1 month = 10 April 2026 + 1 day = 11 April 2026; open until the end of that day, Brussels time.',
    );
  });

  test('tell that the boundary day is free where it is excluded', () => {
    const { rule, arithmetic } = told('', 'P2Y', {
      ...{ code: 'WAITING', lastDay: 'EXCLUDED', start: { event: 'DAY_OF_TEST', at: '2024-02-29' } },
    });
    expect(rule).toMatchObject({
      nl: 'Wie niet geslaagd is, mag het assessment niet afleggen gedurende 2 jaar vanaf de dag van de test; de eerste dag telt niet mee, de overeenkomstige dag is weer vrij.',
      fr: 'Quiconque a échoué ne peut présenter l’assessment pendant 2 ans à compter du jour du test ; le premier jour n’est pas compté, le jour correspondant est de nouveau libre.',
      en: 'Whoever failed may not sit the assessment for 2 years from the day of the test; the first day does not count, the corresponding day is free again.',
    });
    expect(arithmetic).toMatchObject({
      nl: '29 februari 2024 + 2 jaar = 28 februari 2026 (februari 2026 heeft geen 29e dag: de laatste van de maand); die dag is weer vrij: uitgesloten tot het einde van 27 februari 2026, Brusselse tijd.',
      fr: '29 février 2024 + 2 ans = 28 février 2026 (février 2026 n’a pas de 29 : son dernier jour) ; ce jour est de nouveau libre : exclusion jusqu’à la fin du 27 février 2026, heure de Bruxelles.',
      en: '29 February 2024 + 2 years = 28 February 2026 (February 2026 has no 29th: its last day); that day is free again: barred until the end of 27 February 2026, Brussels time.',
    });
  });

  test('tell that no term is known', () => {
    expect(
      told('2025-09-01', null, { code: 'COMPLAINT', start: { event: 'NOTIFICATION', at: '2025-09-01' } }),
    ).toMatchObject({
      rule: {
        nl: 'Een klacht kan worden ingediend vanaf de kennisgeving; een termijn is niet bekend.',
        fr: 'Une plainte peut être introduite à partir de la notification ; aucun délai n’est connu.',
        en: 'A complaint can be filed from the notification on; no term is known.',
      },
      arithmetic: {
        nl: '1 september 2025; open, zonder laatste dag.',
        fr: '1er septembre 2025 ; ouvert, sans dernier jour.',
        en: '1 September 2025; open, without a last day.',
      },
    });
  });

  test('say what a window rests on', () => {
    expect(windowFrom('2025-10-22', 'P2M').ground).toBe(ground);
  });
});
