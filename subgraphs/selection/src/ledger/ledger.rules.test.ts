import { describe, expect, test } from '@jest/globals';
import { BRUSSELS } from '../regime/testing/notices.ts';
import { ask, byLevel, failed, held, passed, statuses } from './testing/attempts.ts';

describe('S2.S2 pass exempts', () => {
  test('for functions of the same or a lower level, not of a higher one', () => {
    expect(byLevel({ attempts: [passed(2, '2025-03-10')] })).toEqual(['EXEMPT', 'EXEMPT', 'OPEN']);
  });

  test('for 2 years: from the day of passing itself, the corresponding day included', () => {
    const days = ['2025-03-09', '2025-03-10', '2027-03-10', '2027-03-11'];
    expect(statuses(days, { attempts: [passed(2, '2025-03-10')] })).toEqual(['OPEN', 'EXEMPT', 'EXEMPT', 'OPEN']);
  });

  test('up to the last of February after a 29th', () => {
    const days = ['2026-02-28', '2026-03-01'];
    expect(statuses(days, { attempts: [passed(2, '2024-02-29')] })).toEqual(['EXEMPT', 'OPEN']);
  });

  test('with the attempt, its window and the reason', () => {
    const standing = ask({ attempts: [passed(2, '2024-02-29')], day: '2025-10-22', level: 1 });
    expect(standing).toMatchObject({
      status: 'EXEMPT',
      because: { kind: 'PASS', id: 'pass-2-2024-02-29' },
      window: { code: 'EXEMPTION', event: 'DAY_OF_PASSING', lastDay: '2026-02-28', ground: { basis: 'STATED' } },
      setAside: null,
    });
    expect(standing.explanation).toMatchObject({
      nl: 'Vrijgesteld: geslaagd voor een assessment van niveau 2, wat vrijstelt voor functies van hetzelfde of een lager niveau. 29 februari 2024 + 2 jaar = 28 februari 2026 (februari 2026 heeft geen 29e dag: de laatste van de maand); vrijgesteld tot het einde van die dag, Brusselse tijd.',
      fr: 'Dispense : réussite d’un assessment de niveau 2, qui dispense pour les fonctions de niveau égal ou inférieur. 29 février 2024 + 2 ans = 28 février 2026 (février 2026 n’a pas de 29 : son dernier jour) ; dispense jusqu’à la fin de ce jour, heure de Bruxelles.',
      en: 'Exempt: an assessment of level 2 was passed, which exempts for functions of the same or a lower level. 29 February 2024 + 2 years = 28 February 2026 (February 2026 has no 29th: its last day); exempt until the end of that day, Brussels time.',
    });
  });
});

describe('S2.S2 failure bars', () => {
  test('from assessments of the same or a higher level, while a lower one stays open', () => {
    expect(byLevel({ attempts: [failed(2, '2025-09-01')] })).toEqual(['OPEN', 'BARRED', 'BARRED']);
  });

  test('for 6 months: from the day of the test itself, the corresponding day included', () => {
    const days = ['2025-03-09', '2025-03-10', '2025-09-10', '2025-09-11'];
    expect(statuses(days, { attempts: [failed(2, '2025-03-10')] })).toEqual(['OPEN', 'BARRED', 'BARRED', 'OPEN']);
  });

  test.each([
    ['2025-08-31', '2026-02-28', '2026-03-01'],
    ['2023-08-31', '2024-02-29', '2024-03-01'],
    ['2025-03-30', '2025-09-30', '2025-10-01'],
    ['2025-04-26', '2025-10-26', '2025-10-27'],
  ])('on %s up to and including %s, and leaves free %s', (test, last, free) => {
    expect(statuses([last, free], { attempts: [failed(2, test)] })).toEqual(['BARRED', 'OPEN']);
  });

  test('with the attempt, its window and the reason', () => {
    const standing = ask({ attempts: [failed(1, '2025-08-31')], level: 3 });
    expect(standing).toMatchObject({
      status: 'BARRED',
      because: { kind: 'FAILURE', id: 'fail-1-2025-08-31' },
      window: { code: 'WAITING', event: 'DAY_OF_TEST', lastDay: '2026-02-28' },
    });
    expect(standing.explanation.en).toBe(
      'Barred: an assessment of level 1 was failed, which bars from assessments of the same or a higher level. 31 August 2025 + 6 months = 28 February 2026 (February 2026 has no 31st: its last day); barred until the end of that day, Brussels time.',
    );
    expect(standing.explanation.nl).toContain(
      'wat assessments van hetzelfde of een hoger niveau uitsluit. 31 augustus 2025 + 6 maanden',
    );
    expect(standing.explanation.fr).toContain(
      'qui exclut des assessments de niveau égal ou supérieur. 31 août 2025 + 6 mois',
    );
  });
});

describe('S2.S2 holders of a management or staff function are exempt', () => {
  test('of the same or a higher level than the function applied for', () => {
    expect(byLevel({ holdings: [held(2, '2020-01-01')] })).toEqual(['EXEMPT', 'EXEMPT', 'OPEN']);
  });

  test('from the first to the last day of holding it, both included', () => {
    const days = ['2019-12-31', '2020-01-01', '2025-12-31', '2026-01-01'];
    const holdings = [held(3, '2020-01-01', '2025-12-31')];
    expect(statuses(days, { holdings })).toEqual(['OPEN', 'EXEMPT', 'EXEMPT', 'OPEN']);
  });

  test('with the function held as the reason, and no window', () => {
    expect(ask({ holdings: [held(3, '2020-01-01', '2025-12-31')] })).toMatchObject({
      because: { kind: 'HOLDING', id: 'held-3-2020-01-01' },
      window: null,
      explanation: {
        nl: 'Vrijgesteld: titularis van een management- of staffunctie van niveau 3, vanaf 1 januari 2020 tot en met 31 december 2025.',
        fr: 'Dispense : titulaire d’une fonction de management ou d’encadrement de niveau 3, à partir du 1er janvier 2020 jusqu’au 31 décembre 2025 inclus.',
        en: 'Exempt: holder of a management or staff function of level 3, from 1 January 2020 up to and including 31 December 2025.',
      },
    });
    expect(ask({ holdings: [held(2, '2020-01-01')] }).explanation.en).toMatch(/level 2, from 1 January 2020\.$/);
  });

  test('not where the rules know no such exemption', () => {
    expect(ask({ holdings: [held(3, '2020-01-01')], holdersExempt: BRUSSELS.holdersExempt }).status).toBe('OPEN');
  });
});

describe('who is both exempt and barred', () => {
  test('is exempt, since a waiting period keeps from sitting an assessment that the exempt do not sit', () => {
    const own = { attempts: [failed(2, '2025-09-01')], holdings: [held(2, '2025-10-01')] };
    expect(ask(own)).toMatchObject({
      status: 'EXEMPT',
      because: { kind: 'HOLDING' },
      setAside: { kind: 'FAILURE', id: 'fail-2-2025-09-01' },
    });
    expect(ask(own).explanation).toMatchObject({
      nl: expect.stringMatching(
        /2025\. Een assessment waarvoor niet geslaagd werd, zou uitsluiten tot en met 1 maart 2026; wie vrijgesteld is, legt er geen af\.$/,
      ),
      fr: expect.stringMatching(
        /2025\. Un échec exclurait jusqu’au 1er mars 2026 inclus ; quiconque est dispensé ne présente pas d’assessment\.$/,
      ),
      en: expect.stringMatching(
        /2025\. A failed assessment would bar up to and including 1 March 2026; whoever is exempt sits none\.$/,
      ),
    });
    expect(ask({ ...own, day: '2025-09-30' })).toMatchObject({ status: 'BARRED', setAside: null });
    expect(ask({ ...own, level: 3 }).status).toBe('BARRED');
  });

  test('is exempt by a pass as well, whichever came first', () => {
    for (const test of ['2025-09-01', '2025-09-02', '2025-09-03'])
      expect(ask({ attempts: [failed(2, '2025-09-02'), passed(2, test)] }).status).toBe('EXEMPT');
  });
});

describe('of several reasons', () => {
  test('the one that lasts longest is told, in whatever order they come', () => {
    const attempts = [passed(2, '2024-05-01'), passed(3, '2025-05-01'), passed(2, '2025-01-01')];
    for (const order of [attempts, [...attempts].reverse()])
      expect(ask({ attempts: order }).because?.id).toBe('pass-3-2025-05-01');
    expect(ask({ attempts, holdings: [held(2, '2020-01-01', '2026-01-01')] }).because?.kind).toBe('PASS');
    expect(ask({ attempts, holdings: [held(2, '2020-01-01')] }).because?.kind).toBe('HOLDING');
  });

  test('and that last as long, always the same one', () => {
    const attempts = [failed(1, '2025-09-01'), failed(2, '2025-09-01')];
    for (const order of [attempts, [...attempts].reverse()])
      expect(ask({ attempts: order }).because?.id).toBe('fail-2-2025-09-01');
  });
});
