import { expect, test } from '@jest/globals';
import { LANGUAGES } from '@mandate-graph/domain';
import { type MessageContent, wordingOf } from './messages.words.rules.ts';

const CLOSES = { closesAt: '2025-09-12T22:00:00Z' };
const texts = (code: MessageContent['code'], facts: MessageContent['facts']) =>
  LANGUAGES.map(
    (language) => wordingOf({ code, vacancy: null, dueAt: null, facts: { ...CLOSES, ...facts } }, language).text,
  );
/** Each language says it with these facts, and does not without them. */
const onlyWith = (
  code: MessageContent['code'],
  facts: MessageContent['facts'],
  words: readonly [RegExp, RegExp, RegExp],
  without: MessageContent['facts'] = {},
) => {
  expect(texts(code, facts)).toEqual(words.map((word) => expect.stringMatching(word)));
  texts(code, without).forEach((text, at) => {
    expect(text).not.toMatch(words[at]!);
  });
};

test('who withdraws too late cannot take it up again', () => {
  onlyWith('APPLICATION_WITHDRAWN', { closed: 'true' }, [
    /niet hervatten/,
    /ne pouvez pas la reprendre/,
    /cannot be resumed/,
  ]);
  onlyWith('APPLICATION_WITHDRAWN', {}, [/in uw account hervatten/, /reprendre dans/, /you can resume it/], {
    closed: 'true',
  });
});

test('a draft that lapsed is not contested', () => {
  const invites = [/betwisten/, /contester/, /contest/] as const;
  onlyWith('APPLICATION_LAPSED', { submitted: 'true' }, invites, { submitted: 'false' });
});

test('an application that is open again says why', () => {
  onlyWith(
    'APPLICATION_REOPENED',
    { cause: 'DEADLINE_EXTENDED' },
    [/de termijn is verlengd/, /le délai est prolongé/, /the deadline is extended/],
    { cause: 'IN_TIME' },
  );
  onlyWith('APPLICATION_REOPENED', { cause: 'IN_TIME' }, [
    /verzoek van u was voor/,
    /demandes était arrivée avant/,
    /request of yours had arrived before/,
  ]);
});

test('who is definitive has nothing to submit or to validate for a deadline that moves', () => {
  for (const code of ['DEADLINE_EXTENDED', 'DEADLINE_SHORTENED'] as const) {
    onlyWith(code, { status: 'PROVISIONAL' }, [/Indienen/, /introduire/, /submit/], { status: 'DEFINITIVE' });
    onlyWith(code, { status: 'DEFINITIVE' }, [/zonder opnieuw te valideren/, /sans le valider à nouveau/, /without/]);
  }
});

test('a decision does not count once the deadline has moved', () => {
  onlyWith(
    'DEADLINE_EXTENDED',
    { status: 'DEFINITIVE', decided: 'true' },
    [
      /opnieuw aanpassen.*telt niet meer.*regels die dan geregistreerd zijn/,
      /de nouveau adapter.*ne compte plus.*règles enregistrées alors/,
      /change your file again.*does not count.*rules recorded by then/,
    ],
    { status: 'DEFINITIVE' },
  );
});

test('a deadline that is moved to what has passed leaves nothing to do', () => {
  for (const code of ['DEADLINE_EXTENDED', 'DEADLINE_SHORTENED'] as const) {
    onlyWith(code, { closed: 'true' }, [
      /12 september 2025.*voorbij.*niets meer/,
      /12 septembre 2025.*passé.*rien/,
      /12 September 2025.*passed.*nothing/,
    ]);
  }
});

test('who had lapsed before the vacancy was withdrawn did not lapse by that', () => {
  onlyWith('VACANCY_WITHDRAWN', { lapsedBy: 'DEADLINE' }, [/al vervallen/, /avait déjà expiré/, /had already lapsed/]);
  onlyWith('VACANCY_WITHDRAWN', {}, [/daardoor vervallen/, /a donc expiré/, /for that reason/], {
    lapsedBy: 'DEADLINE',
  });
});

test('a copy on paper that nothing refers to yet proves nothing', () => {
  const unlinked = { documentKind: 'DIPLOMA', unlinked: 'true' };
  onlyWith('PAPER_COPY_REGISTERED', unlinked, [
    /verwijs ernaar.*12 september/,
    /renvoyez-y.*12 septembre/,
    /refer to it.*12 September/,
  ]);
});

test('a decision that is changed takes the place of the earlier one', () => {
  onlyWith('ELIGIBILITY_DECIDED', { replaces: 'true' }, [
    /vervangt de vorige/,
    /remplace la précédente/,
    /replaces the/,
  ]);
});

test('years that are no longer reached were not asked for by an amendment', () => {
  onlyWith('REACH_YEARS', {}, [/niet meer/, /ne montre plus/, /no longer/], { fields: 'participationConditions' });
});
