import { describe, expect, test } from '@jest/globals';
import { dutch, LANGUAGES, STEP_KINDS } from '@mandate-graph/domain';
import type { MessageFacts } from './inbox.messages.rules.ts';
import { type MessageContent, messageTexts, wordingOf } from './messages.words.rules.ts';

type Code = MessageContent['code'];
const told = (code: Code, facts: MessageFacts = {}, dueAt: string | null = null): MessageContent => ({
  ...{ code, facts, dueAt },
  vacancy: dutch('Leidend ambtenaar', 'Fonctionnaire dirigeant', 'Leading official'),
});
/** As it stands in the account, and as it is mailed. */
const shown = (message: MessageContent) => {
  const { nl, fr, en } = messageTexts(message).text;
  return [nl!, fr!, en!];
};
const mailed = (message: MessageContent) => LANGUAGES.map((language) => wordingOf(message, language));
const copies = (code: Code, facts?: MessageFacts, dueAt?: string) =>
  mailed(told(code, facts, dueAt)).map(({ subject, text }) => ({ subject, text }));
const END_OF_OCTOBER = '2026-10-31T23:00:00Z';

describe('how it was judged', () => {
  const STEP = { step: 'COMPUTER_ASSESSMENT' };
  const AGAINST = { ...STEP, remedyStated: 'true', byLetter: 'true', until: '2026-12-31' };
  const OF_A_STEP: readonly (readonly [Code, MessageFacts, string?])[] = [
    ['STEP_PASSED', STEP],
    ['STEP_EXEMPTED', { ...STEP, until: '2027-03-31' }],
    ['EXCLUDED_BY_STEP', AGAINST, END_OF_OCTOBER],
    ['EXCLUDED_NOT_REGISTERED', AGAINST, END_OF_OCTOBER],
    ['EXCLUDED_ABSENT', AGAINST, END_OF_OCTOBER],
    ['EXCLUDED_BARRED', AGAINST, END_OF_OCTOBER],
  ];
  const DECIDED: readonly (readonly [Code, MessageFacts, string?])[] = [
    ['SELECTED_FOR_APPOINTMENT', {}],
    ['NO_ANSWER_RECORDED', {}],
    ['APPOINTED', {}],
    ['NOT_APPOINTED', AGAINST, END_OF_OCTOBER],
  ];
  const CONTESTED: readonly (readonly [Code, MessageFacts, string?])[] = [
    ['EXCLUSION_LIFTED', STEP],
    ['EXCLUSION_UPHELD', AGAINST, END_OF_OCTOBER],
  ];

  test.each([
    ['a step', OF_A_STEP],
    ['the decision', DECIDED],
    ['a contest', CONTESTED],
  ])('of %s is not in the copies, which look the same whatever came of it', (_what, all) => {
    const [first, ...others] = all.map((message) => copies(...message));
    for (const other of others) expect(other).toEqual(first);
    for (const at of LANGUAGES.keys()) {
      const texts = all.map((message) => shown(told(...message))[at]);
      expect(new Set(texts).size).toBe(all.length);
    }
  });

  test('is not in the copy of a task to answer', () => {
    expect(JSON.stringify(copies('ANSWER_APPOINTMENT'))).not.toMatch(/aanvaardt|acceptez|accept the/);
    expect(shown(told('ANSWER_APPOINTMENT'))[2]).toMatch(/whether you accept the appointment\.$/);
  });
});

describe('an outcome against the candidate', () => {
  const AGAINST = ['EXCLUDED_BY_STEP', 'EXCLUSION_UPHELD', 'NOT_APPOINTED', 'RESULT_SENT'] as const;

  test.each(AGAINST)('%s says where its reasons stand, and what can be done about it until when', (code) => {
    expect(shown(told(code, { step: 'INTERVIEW' }, END_OF_OCTOBER))).toEqual([
      expect.stringMatching(
        /redenen .*bij de voortgang van uw kandidatuur in uw account\. .* tot en met 31 oktober 2026/,
      ),
      expect.stringMatching(
        /(motivée?,|raisons figurent) avec le suivi de votre candidature dans votre compte\. .*31 octobre 2026/,
      ),
      expect.stringMatching(/reasons.* with the progress of your application in your account\. .*including 31 October/),
    ]);
    expect(shown(told(code))[2]).toMatch(/what you can do about it and until when\.$/);
  });

  test.each(AGAINST)('%s names the appeal, its time and its form where it is to be stated', (code) => {
    expect(shown(told(code, { remedyStated: 'true' }))).toEqual([
      expect.stringMatching(/60 dagen.*Raad van State.*artikel 19.*verzoekschrift/),
      expect.stringMatching(/Conseil d’État.*60 jours.*article 19.*requête/),
      expect.stringMatching(/Council of State.*60 days.*article 19.*petition/),
    ]);
    expect(shown(told(code, { remedyStated: 'false' })).join()).not.toMatch(/60|Raad van State|Conseil|Council/);
  });

  test.each(['EXCLUDED_NOT_REGISTERED', 'EXCLUDED_ABSENT', 'EXCLUDED_BARRED'] as const)(
    '%s, by a rule, can be contested, until the day it says if it says one',
    (code) => {
      expect(shown(told(code, {}, END_OF_OCTOBER))).toEqual([
        expect.stringMatching(/kunt dit betwisten tot en met 31 oktober 2026.* met uw redenen/),
        expect.stringMatching(/pouvez le contester jusqu’au 31 octobre 2026 inclus.* avec vos raisons/),
        expect.stringMatching(/can contest this up to and including 31 October 2026.* with your reasons/),
      ]);
      expect(shown(told(code))[2]).toContain('You can contest this: with the progress');
    },
  );

  test('says that a letter comes as well, where one does', () => {
    expect(shown(told('EXCLUDED_BY_STEP', { byLetter: 'true' }))[0]).toContain('ook een brief');
    expect(shown(told('EXCLUDED_BY_STEP', { byLetter: 'false' }))[0]).not.toContain('brief');
  });

  test('of a waiting period, and an exemption, say their last day', () => {
    expect(shown(told('EXCLUDED_BARRED', { until: '2027-02-28' }))[2]).toMatch(
      /^A waiting .* including 28 February 2027:/,
    );
    expect(shown(told('STEP_EXEMPTED', { until: '2028-12-31' }))[1]).toMatch(
      /^Vous avez une dispense jusqu’au 31 décembre/,
    );
  });
});

describe('a step', () => {
  test.each(STEP_KINDS)('%s has a name of its own in each language', (step) => {
    const names = shown(told('STEP_PASSED', { step })).map(
      (text) => /(?:step|stap|étape) [“«] ?(.+?) ?[”»]/.exec(text)?.[1],
    );
    for (const name of names) expect(name).toMatch(/^\p{Ll}[\p{Ll} ]+$/u);
  });

  test('of a kind that is not known is a step', () => {
    expect(shown(told('BOOK_SESSION', { step: 'TOURNAMENT' }))).toEqual([
      expect.stringContaining('een sessie van een stap voor'),
      expect.stringContaining('une session d’une étape pour'),
      expect.stringContaining('a session of a step for'),
    ]);
  });
});

describe('a session', () => {
  /** At ten, local, on the day after summer time has ended. */
  const SESSION = {
    ...{ step: 'COMPUTER_ASSESSMENT', startsAt: '2026-10-26T09:00:00Z' },
    ...{ cancelUntil: '2026-10-26T08:00:00Z', cancelAsked: '2026-10-25T23:00:00Z' },
  };

  test('begins, and can be given up, in Belgian time', () => {
    expect(shown(told('SESSION_BOOKED', SESSION))).toEqual([
      'U hebt een plaats in de sessie van de stap “computergestuurd assessment” voor de vacature “Leidend ambtenaar” op 26 oktober 2026 om 10:00 uur (Belgische tijd). U kunt ze vrijgeven, ten laatste op 26 oktober 2026 om 09:00 uur (Belgische tijd); gevraagd wordt het te doen tot en met 25 oktober 2026 (Belgische tijd).',
      'Vous avez une place dans la session de l’étape « évaluation informatisée » pour l’emploi « Fonctionnaire dirigeant » le 26 octobre 2026 à 10:00 (heure belge). Vous pouvez la libérer, au plus tard le 26 octobre 2026 à 09:00 (heure belge) ; il est demandé de le faire jusqu’au 25 octobre 2026 inclus (heure belge).',
      'You have a seat in the session of the step “computer assessment” for the vacancy “Leading official” on 26 October 2026 at 10:00 (Belgian time). You can give it up, at the latest on 26 October 2026 at 09:00 (Belgian time), and you are asked to do it up to and including 25 October 2026 (Belgian time).',
    ]);
  });

  test('that nothing more is known of says nothing more', () => {
    expect(shown(told('SESSION_BOOKED'))[2]).toBe(
      'You have a seat in the session of a step for the vacancy “Leading official”.',
    );
  });

  test.each(['SESSION_RELEASED', 'SESSION_CALLED_OFF'] as const)('%s says until when there is another', (code) => {
    expect(shown(told(code, SESSION, END_OF_OCTOBER))[2]).toMatch(/another one up to and including 31 October 2026/);
    expect(shown(told(code, SESSION))[2]).not.toContain('another');
  });

  test('that a waiting period takes back is told with its last day, in the account alone', () => {
    const lost = told('SESSION_RELEASED', { ...SESSION, until: '2027-04-20' });
    expect(shown(lost)[2]).toMatch(/^A waiting period .* up to and including 20 April 2027: .* no longer have a seat/);
    expect(shown(lost)[0]).toContain('tot en met 20 april 2027');
    expect(shown(lost)[1]).toContain('jusqu’au 20 avril 2027 inclus');
  });

  test('is to be chosen by a day, if there is one', () => {
    expect(shown(told('BOOK_SESSION', SESSION, END_OF_OCTOBER))[2]).toMatch(/including 31 October 2026.* too late\.$/);
    expect(shown(told('BOOK_SESSION', SESSION))[2]).toMatch(/in your account\.$/);
  });

  test('of an invitation is named where it is fixed', () => {
    expect(shown(told('STEP_INVITED', SESSION))[1]).toContain('le 26 octobre 2026 à 10:00 (heure belge)');
    expect(shown(told('STEP_INVITED'))[1]).not.toContain('heure belge');
  });
});
