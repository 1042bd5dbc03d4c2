import { describe, expect, test } from '@jest/globals';
import { rulesFor } from '../regime/regime.effective.rules.ts';
import { choice } from '../regime/regime.grounds.rules.ts';
import { BRUSSELS, regime, SILENT_NOTICE } from '../regime/testing/notices.ts';
import { levelOf, windowOfAttempt } from './ledger.rules.ts';
import { ask, byLevel, failed, held, passed, statuses } from './testing/attempts.ts';

const OISZ = regime('OISZ_MANAGEMENT');

describe('legal 4: the event that a window starts from is data', () => {
  const earlier = regime('OISZ_MANAGEMENT', {
    exemption: choice({ ...OISZ.rules.exemption.value!, startsFrom: 'NOTIFICATION_OF_RANKING' }, OISZ.name),
    exemptionLastDay: choice('EXCLUDED', OISZ.name),
    waitingLastDay: choice('EXCLUDED', OISZ.name),
  });
  const rules = rulesFor(earlier, SILENT_NOTICE);

  test('such as the notification of the ranking, before which there is none', () => {
    const attempt = (notifiedDay: string | null) => passed(2, '2025-01-10', { rules, notifiedDay });
    expect(windowOfAttempt(attempt(null))).toBeNull();
    expect(ask({ attempts: [attempt(null)] })).toMatchObject({ status: 'OPEN', because: null, window: null });
    const days = ['2025-02-28', '2025-03-01', '2027-02-28', '2027-03-01'];
    expect(statuses(days, { attempts: [attempt('2025-03-01')] })).toEqual(['OPEN', 'EXEMPT', 'EXEMPT', 'OPEN']);
  });

  test('and so is its boundary day', () => {
    const days = ['2025-09-09', '2025-09-10'];
    expect(statuses(days, { attempts: [failed(2, '2025-03-10', { rules })] })).toEqual(['BARRED', 'OPEN']);
  });

  test('and each attempt keeps the rules it was sat under', () => {
    const attempts = [passed(2, '2025-01-10', { rules, notifiedDay: null }), passed(1, '2025-01-10')];
    expect(ask({ attempts, level: 1 }).because?.id).toBe('pass-1-2025-01-10');
    expect(ask({ attempts: [passed(2, '2025-01-10', { rules: BRUSSELS })] }).status).toBe('OPEN');
    expect(windowOfAttempt(failed(2, '2025-01-10', { rules: BRUSSELS }))).toBeNull();
  });
});

describe('legal 4: the level', () => {
  test.each([
    [[1], 1],
    [[3, 1, 2], 1],
    [[4, 5], 2],
    [[5], 2],
    [[6, 7], 3],
    [[7], 3],
    [[3, 4], null],
    [[4, 5, 6], null],
    [[8], null],
    [[], null],
    [null, null],
  ])('of the weighting classes %j is %j', (classes, level) => {
    expect(levelOf(classes, OISZ)).toBe(level);
  });

  test('is not known where the regime has no levels', () => {
    expect(levelOf([4, 5], regime('BRUSSELS_STATUTE'))).toBeNull();
  });

  test('is not guessed: where it is not known, nobody is exempt or barred, and this is said', () => {
    const own = { attempts: [passed(3, '2025-09-01'), failed(1, '2025-09-01')], holdings: [held(3, '2020-01-01')] };
    expect(ask({ ...own, level: null })).toMatchObject({
      ...{ status: 'OPEN', because: null, window: null, setAside: null },
      explanation: {
        nl: expect.stringMatching(
          /^Het niveau van de functie is niet bekend:.*Niemand is dus vrijgesteld of uitgesloten\.$/,
        ),
        fr: expect.stringMatching(
          /^Le niveau de la fonction n’est pas connu :.*Personne n’est donc dispensé ni exclu\.$/,
        ),
        en: expect.stringMatching(/^The level of the function is not known:.*So nobody is exempt or barred\.$/),
      },
    });
    const unknown = {
      attempts: [passed(null, '2025-09-01'), failed(null, '2025-09-01')],
      holdings: [held(null, '2020-01-01')],
    };
    expect(byLevel(unknown)).toEqual(['OPEN', 'OPEN', 'OPEN']);
  });

  test('S2.S2 that nothing reaches is open, and this is said with the day', () => {
    expect(ask({}).explanation).toMatchObject({
      nl: 'Op 22 oktober 2025 is er niets dat vrijstelt van het assessment of ervan uitsluit.',
      fr: 'Le 22 octobre 2025, rien ne dispense de l’assessment ni n’en exclut.',
      en: 'On 22 October 2025, nothing exempts from the assessment or bars from it.',
    });
  });
});
