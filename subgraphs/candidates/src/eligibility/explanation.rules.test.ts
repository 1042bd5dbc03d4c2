import { describe, expect, test } from '@jest/globals';
import { type EligibilityRule, LANGUAGES } from '@mandate-graph/domain';
import { evaluate } from './evaluation.rules.ts';
import type { Evidence } from './evidence.rules.ts';
import { explain, explanationText } from './explanation.rules.ts';
import { wordsOf } from './explanation.words.rules.ts';
import { DETAILS } from './finding.rules.ts';
import { formatsOf } from './formats.rules.ts';
import { COMPLETE, decree, diploma, file, managerial, staffRecord, useful } from './testing/files.ts';
import { APPOINTMENT, AT, INTERNAL, OPEN, OPEN_SOURCES } from './testing/trees.ts';
import { OUTCOMES, RESERVATIONS } from './value.rules.ts';

const text = (rule: EligibilityRule | null, evidence: Evidence, language: (typeof LANGUAGES)[number]) =>
  explanationText(explain(evaluate('participationConditions', rule, OPEN_SOURCES, evidence, AT), language));

describe('an explanation reads well to a person', () => {
  test('of a satisfied file', () => {
    expect(text(OPEN, COMPLETE, 'en')).toBe(
      [
        'Proposal: meets the conditions. Judged for 22 October 2026; a person decides.',
        'Participation conditions (all needed): met. [lines 297–299]',
        '  Degree or function (one is enough): met. [line 298]',
        '    Second-cycle degree: met. Found: “Master in de rechten”, Universiteit Gent, 1 July 2004 (Belgium, in Dutch).',
        '    Level A function: not met and not needed.',
        '  Experience (one is enough): met. [line 299]',
        '    At least 6 years of management experience: met. Found: 11 years, 7 months and 1 day, from 1 section.',
        '    At least 10 years of useful experience: not met and not needed. No period counts. [lines 299 and 301–302]',
      ].join('\n'),
    );
  });

  test('of an unsatisfied file', () => {
    const experience = [
      managerial('2019-05-01', '2022-04-30'),
      managerial('2022-01-01', '2024-11-15', { language: 'fr' }),
      useful('2018-01-01', null),
    ];
    expect(text(OPEN, { ...COMPLETE, experience }, 'nl')).toBe(
      [
        'Voorstel: voldoet niet aan de voorwaarden. Beoordeeld voor 22 oktober 2026; een persoon beslist.',
        'Deelnemingsvoorwaarden (allemaal nodig): niet voldaan. [regels 297–299]',
        '  Diploma of functie (één volstaat): voldaan. [regel 298]',
        '    Diploma van de 2e cyclus: voldaan. Gevonden: “Master in de rechten”, Universiteit Gent, 1 juli 2004 (België, in het Nederlands).',
        '    Functie van niveau A: niet voldaan en niet nodig.',
        '  Ervaring (één volstaat): niet voldaan. [regel 299]',
        '    Minstens 6 jaar managementervaring: niet voldaan. Gevonden: 3 jaar, uit 1 rubriek. Nog nodig: 3 jaar. De periode bij Dienst Digitaal telt niet: ze is niet beschreven in de taal van de procedure.',
        '    Minstens 10 jaar nuttige ervaring: niet voldaan. Gevonden: 8 jaar, 9 maanden en 1 dag, uit 1 rubriek. Nog nodig: 1 jaar, 2 maanden en 30 dagen. [regels 299 en 301–302]',
      ].join('\n'),
    );
  });

  test('of an undetermined file', () => {
    expect(text(INTERNAL, file({ staffRecords: [staffRecord()] }), 'en')).toBe(
      [
        'Cannot be established: the file and the notice do not say enough. Judged for 22 October 2026; a person decides.',
        'Participation conditions (all needed): cannot be established. [lines 297–299]',
        '  Member of staff of the ministry: met. Found: in service with Ministerie, statutory, from 1 January 2015. [line 298]',
        '  Employed under contract or as a statutory member of staff (one is enough): met. [line 299]',
        '    Under contract: not met and not needed. Found: in service with Ministerie, statutory, from 1 January 2015.',
        '    Statutory: met. Found: in service with Ministerie, statutory, from 1 January 2015. [lines 299 and 301–302]',
        '  Conditions in a note that is not known: cannot be established. What it asks is not in the notice, which therefore cannot show whether anybody meets it.',
      ].join('\n'),
    );
  });

  test('of a conditional file', () => {
    const foreign = diploma({
      title: 'Master en droit',
      institution: 'Université de Lille',
      country: 'FR',
      language: 'fr',
    });
    expect(text(OPEN, { ...COMPLETE, diplomas: [foreign] }, 'fr')).toBe(
      [
        'Proposition : remplit les conditions sous réserve, en raison du pays et de la langue du diplôme. Apprécié au 22 octobre 2026 ; la décision revient à une personne.',
        'Conditions de participation (toutes nécessaires) : condition remplie, sous réserve. [lignes 297–299]',
        '  Diplôme ou fonction (une seule suffit) : condition remplie, sous réserve. [ligne 298]',
        '    Diplôme de 2e cycle : condition remplie, sous réserve. Trouvé : « Master en droit », Université de Lille, 1er juillet 2004 (France, en français). Sous réserve : « Master en droit » est d’un autre pays (France) et dans une autre langue (français). D’un autre pays ou dans une autre langue : participation sous réserve, avec test linguistique éventuel. [lignes 305–306]',
        '    Fonction de niveau A : condition non remplie et non nécessaire.',
        '  Expérience (une seule suffit) : condition remplie. [ligne 299]',
        '    Au moins 6 ans d’expérience en management : condition remplie. Trouvé : 11 ans, 7 mois et 1 jour, d’après 1 rubrique.',
        '    Au moins 10 ans d’expérience utile : condition non remplie et non nécessaire. Aucune période ne compte. [lignes 299 et 301–302]',
      ].join('\n'),
    );
  });

  test.each([
    [
      'nl',
      'Volgens de kandidaat zelf is “Master in de rechten” gelijkgesteld met een gevraagd diploma: een persoon moet het bewijs nagaan. Wat gelijkgesteld is, volstaat. [regels 303–304]',
    ],
    [
      'fr',
      'Selon la déclaration de la personne elle-même, « Master in de rechten » est assimilé à un diplôme demandé : une personne doit en vérifier la preuve. Ce qui est assimilé suffit. [lignes 303–304]',
    ],
    [
      'en',
      'By the candidate’s own statement, “Master in de rechten” is equated with a diploma asked for: a person has to check the proof. What is equated is accepted. [lines 303–304]',
    ],
  ] as const)('of a file with a diploma that is equated, in %s', (language, sentences) => {
    const diplomas = [diploma({ cycle: 1, equatedWith: { cycle: 2, education: 'UNIVERSITY' } })];
    const [, , , line] = text(OPEN, { ...COMPLETE, diplomas }, language).split('\n');
    expect(line).toContain(`). ${sentences}`);
  });

  test.each([
    ['nl', 'uit 2 rubrieken en 1 periode in het cv.'],
    ['fr', 'd’après 2 rubriques et 1 période du CV.'],
    ['en', 'from 2 sections and 1 period in the CV.'],
  ] as const)('of what experience is made of, in %s: %s', (language, sentence) => {
    const length = { years: 6, months: 0, days: 0 };
    expect(wordsOf(language).facts.EXPERIENCE({ code: 'EXPERIENCE', sections: 2, ofCv: 1, length })).toContain(
      sentence,
    );
  });

  test('of a copy that no entry refers to', () => {
    const unlinkedCopies = ['DIPLOMA'] as const;
    const lineOf = (evidence: Partial<Evidence>) =>
      text(OPEN, file({ ...evidence, unlinkedCopies }), 'en').split('\n')[3];
    expect(lineOf({})).toContain('that no entry refers to: a person has to see what it proves.');
    expect(lineOf({ diplomas: [diploma({ document: null })] })).toContain(
      'The file holds a copy of a diploma that no entry refers to: a person has to see whether it is of “Master in de rechten”.',
    );
  });

  test('where the notice names no conditions', () => {
    expect(text(null, COMPLETE, 'nl').split('\n')[1]).toBe('De vacature noemt geen voorwaarden.');
  });
});

describe('in every language', () => {
  const day = '2026-10-22';
  const length = { years: 1, months: 2, days: 3 };

  test.each(LANGUAGES)('%s has a sentence for each fact, lack and outcome', (language) => {
    const { facts, lacks, outcomes } = wordsOf(language);
    const given = {
      of: 'iets',
      by: 'iemand',
      on: day,
      from: day,
      day,
      until: day,
      freeFrom: day,
      length,
      ...{ sections: 2, ofCv: 1 },
      kind: 'DIPLOMA',
      country: 'BE',
      language: 'nl',
      level: 'A',
      relation: 'STATUTORY',
      holds: true,
      accepted: ['DIPLOMA', 'DECLARATION'],
    };
    const sentences = [
      ...Object.values(facts).map((say) => (say as (item: unknown) => string)(given)),
      ...DETAILS.flatMap((detail) =>
        Object.values(lacks).map((say) => (say as (item: unknown) => string)({ ...given, detail })),
      ),
      ...OUTCOMES.map((outcome) => outcomes[outcome](RESERVATIONS)),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}“«I“‘i].*\.$/u);
    expect(sentences.join(' ')).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test.each(LANGUAGES)('%s has one line for each rule, and one more', (language) => {
    const lines = explain(
      evaluate('appointmentConditions', APPOINTMENT, {}, file({ appointmentDecrees: [decree()] }), AT),
      language,
    );
    expect(lines.map(({ depth }) => depth)).toEqual([0, 0, 1, 1, 1, 1, 1]);
    expect(lines.slice(1).map(({ path }) => path)).toEqual([
      'appointmentConditions',
      ...[0, 1, 2, 3, 4].map((index) => `appointmentConditions.rules[${index}]`),
    ]);
  });

  test('a label that one language lacks is read in another', () => {
    const dutchOnly: EligibilityRule = { ...OPEN, label: { nl: 'Voorwaarden', fr: null, en: null, original: 'nl' } };
    expect(text(dutchOnly, COMPLETE, 'fr')).toContain('\nVoorwaarden (toutes nécessaires)');
  });
});

describe('lengths, countries and languages', () => {
  test.each([
    ['nl', '1 jaar, 2 maanden en 3 dagen', '0 dagen'],
    ['fr', '1 an, 2 mois et 3 jours', '0 jour'],
    ['en', '1 year, 2 months and 3 days', '0 days'],
  ] as const)('in %s: %s; %s', (language, some, none) => {
    const { length } = formatsOf(language);
    expect(length({ years: 1, months: 2, days: 3 })).toBe(some);
    expect(length({ years: 0, months: 0, days: 0 })).toBe(none);
  });

  test('that are no codes are shown as they are', () => {
    const { country, language } = formatsOf('en');
    expect([country('BE'), country('?'), language('nl'), language('Latijn')]).toEqual([
      'Belgium',
      '?',
      'Dutch',
      'Latijn',
    ]);
  });
});
