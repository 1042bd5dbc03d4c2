import { describe, expect, test } from '@jest/globals';
import { dutch, LANGUAGES, type Language } from '@mandate-graph/domain';
import { MESSAGE_CODES, TASK_CODES } from './inbox.messages.rules.ts';
import { type MessageContent, messageTexts, untilOf, wordingOf } from './messages.words.rules.ts';

const CODES = [...MESSAGE_CODES, ...TASK_CODES];
const VACANCY = dutch('Leidend ambtenaar', 'Fonctionnaire dirigeant', 'Leading official');
const TITLES: Readonly<Record<Language, string>> = { nl: VACANCY.nl!, fr: VACANCY.fr!, en: VACANCY.en! };
const told = (code: MessageContent['code'], own: Partial<MessageContent> = {}): MessageContent => ({
  ...{ code, vacancy: VACANCY, dueAt: '2025-09-12T22:00:00Z', facts: {} },
  ...own,
});
const all = (message: MessageContent) => LANGUAGES.map((language) => wordingOf(message, language));

describe('every message and task', () => {
  test.each(CODES)('%s has a line and sentences of its own in each language', (code) => {
    const wordings = all(told(code));
    expect(new Set(wordings.map(({ subject }) => subject)).size).toBe(3);
    for (const { subject, text } of wordings) {
      expect(subject).not.toMatch(/\n|undefined|null/);
      expect(text).toMatch(/^\p{Lu}.{20,}[.!]$/su);
      expect(text).not.toMatch(/undefined|null|\[object|\s{2}/);
    }
  });

  test('no two have the same text in a language', () => {
    for (const language of LANGUAGES) {
      const texts = CODES.map((code) => wordingOf(told(code, { facts: { outcome: 'ELIGIBLE' } }), language));
      expect(new Set(texts.map((wording) => JSON.stringify(wording))).size).toBe(CODES.length);
    }
  });

  test.each(CODES.filter((code) => code !== 'ERASURE_DUE'))('%s names its vacancy, if there is one', (code) => {
    for (const language of LANGUAGES) {
      const named = wordingOf(told(code), language);
      expect(named.subject).toContain(TITLES[language]);
      const unnamed = wordingOf(told(code, { vacancy: null }), language);
      expect(JSON.stringify(unnamed)).not.toMatch(/[“”«»]/);
    }
  });

  test('a title that is not in the language is given in one that it is in', () => {
    const { subject } = wordingOf(
      told('SUBMIT', { vacancy: { nl: 'Hoofd', fr: null, en: null, original: 'nl' } }),
      'fr',
    );
    expect(subject).toBe('Introduisez votre candidature : Hoofd');
  });
});

describe('until when', () => {
  test.each([
    ['the end of a summer day', '2025-09-12T22:00:00Z', { day: '2025-09-12', time: null }],
    ['the end of a winter day', '2025-12-31T23:00:00Z', { day: '2025-12-31', time: null }],
    ['the end of the day on which summer time ends', '2025-10-26T23:00:00Z', { day: '2025-10-26', time: null }],
    ['the end of the day on which it begins', '2025-03-30T22:00:00Z', { day: '2025-03-30', time: null }],
    ['a time of day', '2025-09-12T15:00:00Z', { day: '2025-09-12', time: '17:00' }],
  ])('%s is said as people say it', (_what, closesAt, until) => expect(untilOf(closesAt)).toEqual(until));

  test('stands in the text in Belgian time, and otherwise the text says it without', () => {
    const texts = (own: Partial<MessageContent>) => all(told('VALIDATE', own)).map(({ text }) => text);
    const [nl, fr, en] = texts({});
    expect(nl).toContain('tot en met 12 september 2025 (Belgische tijd)');
    expect(fr).toContain('jusqu’au 12 septembre 2025 inclus (heure belge)');
    expect(en).toContain('up to and including 12 September 2025 (Belgian time)');
    expect(texts({ dueAt: '2025-09-12T15:00:00Z' })).toEqual([
      expect.stringContaining('tot 12 september 2025 om 17:00 uur'),
      expect.stringContaining('jusqu’au 12 septembre 2025 à 17:00'),
      expect.stringContaining('until 17:00 on 12 September 2025'),
    ]);
    expect(texts({ dueAt: null })).toEqual([
      expect.stringContaining('zolang de vacature openstaat'),
      expect.stringContaining('tant que l’emploi est ouvert'),
      expect.stringContaining('while the vacancy is open'),
    ]);
  });

  test('is the deadline of the vacancy as it is now, where the message tells of it', () => {
    const facts = { closesAt: '2025-09-20T22:00:00Z' };
    expect(wordingOf(told('DEADLINE_EXTENDED', { dueAt: null, facts }), 'en').text).toContain('20 September 2025');
  });

  test('is when a task is due now, whatever the deadline was when it was set', () => {
    const facts = { closesAt: '2025-09-01T22:00:00Z' };
    expect(wordingOf(told('VALIDATE', { facts }), 'en').text).toContain('12 September 2025');
  });
});

describe('what the law asks of a message', () => {
  test('a lapse can be contested, and it says how', () => {
    const texts = all(told('APPLICATION_LAPSED')).map(({ text }) => text);
    expect(texts).toEqual([
      expect.stringMatching(/betwisten.*in uw account.*schrijf waarom/s),
      expect.stringMatching(/contester.*dans votre compte.*écrivez pourquoi/s),
      expect.stringMatching(/contest that.*in your account.*write why/s),
    ]);
  });

  test.each(['ELIGIBILITY_DECIDED', 'CONTEST_REJECTED'] as const)(
    '%s names the remedy, its time and its form where it is to be stated, and otherwise says nothing of it',
    (code) => {
      const named = (remedyStated: string) => all(told(code, { facts: { remedyStated } })).map(({ text }) => text);
      expect(named('true')).toEqual([
        expect.stringMatching(/60 dagen.*Raad van State.*artikel 19.*verzoekschrift/s),
        expect.stringMatching(/Conseil d’État.*60 jours.*article 19.*requête/s),
        expect.stringMatching(/Council of State.*60 days.*article 19.*petition/s),
      ]);
      expect(named('false').join()).not.toMatch(/60|Raad van State|Conseil d’État|Council of State/);
    },
  );

  test('what was registered on paper is named', () => {
    const texts = (kind: string) =>
      all(told('PAPER_COPY_REGISTERED', { facts: { documentKind: kind } })).map(({ text }) => text);
    expect(texts('DIPLOMA')).toEqual([
      expect.stringContaining('geregistreerd: een diploma.'),
      expect.stringContaining('papier : un diplôme.'),
      expect.stringContaining('on paper: a diploma.'),
    ]);
    expect(texts('OTHER')[2]).toContain('on paper: a document.');
  });

  test('what changed of the conditions is named', () => {
    const facts = { fields: 'participationConditions documentRules' };
    expect(all(told('CONDITIONS_AMENDED', { facts })).map(({ text }) => text)).toEqual([
      expect.stringContaining('gewijzigd: de deelnemingsvoorwaarden en de regels over documenten.'),
      expect.stringContaining('changé : les conditions de participation et les règles sur les documents.'),
      expect.stringContaining('changed: the conditions for taking part and the rules on documents.'),
    ]);
    const [nl, fr, en] = all(told('CONDITIONS_AMENDED')).map(({ text }) => text);
    expect([nl, fr, en]).toEqual([
      expect.stringContaining('gewijzigd: de voorwaarden.'),
      expect.stringContaining('changé : les conditions.'),
      expect.stringContaining('changed: the conditions.'),
    ]);
  });
});

describe('how a person judged', () => {
  test.each([
    ['ELIGIBLE', /^U voldoet\. /],
    ['CONDITIONAL', /^U voldoet onder voorbehoud\. /],
    ['NOT_ELIGIBLE', /^U voldoet niet\. /],
  ])('%s is said in the account, and not in what is copied', (outcome, words) => {
    const message = told('ELIGIBILITY_DECIDED', { facts: { conditions: 'PARTICIPATION', outcome } });
    expect(messageTexts(message).text.nl).toMatch(words);
    expect(wordingOf(message, 'nl').text).not.toMatch(words);
  });

  test('the copies of a contest that is upheld and of one that is rejected look the same', () => {
    for (const language of LANGUAGES) {
      const [upheld, rejected] = (['CONTEST_UPHELD', 'CONTEST_REJECTED'] as const).map((code) =>
        wordingOf(told(code), language),
      );
      expect([upheld!.subject, upheld!.text]).toEqual([rejected!.subject, rejected!.text]);
      expect(upheld!.judgement).not.toBe(rejected!.judgement);
    }
  });
});
