import { type AnnouncedStep, dutch, ours, passage, SILENT_STEP, stated } from '@mandate-graph/domain';
import { STEP } from './ids.ts';
import type { Entry } from './sources.ts';

/** The second step, with what passing and failing it mean for other procedures. */
export const computerAssessment: Entry<AnnouncedStep> = {
  value: {
    ...SILENT_STEP,
    key: STEP.assessment,
    position: 2,
    kind: 'COMPUTER_ASSESSMENT',
    name: dutch('Computergestuurd assessment', 'Assessment informatisé', 'Computer-based assessment'),
    description: passage(
      'Toegelaten kandidaten leggen drie situationele beoordelingstesten af die generieke managementcompetenties meten op het niveau van de klassen 4 en 5.',
      'Les candidats admis présentent trois tests de jugement situationnel qui mesurent les compétences génériques de management au niveau des classes 4 et 5.',
      'Admitted candidates sit three situational judgement tests that measure generic management competences at the level of classes 4 and 5.',
    ),
    eliminatory: true,
    evaluates: [
      ours(
        'generieke managementcompetenties',
        'compétences génériques de management',
        'generic management competences',
      ),
    ],
    inputs: [
      ours(
        'drie situationele beoordelingstesten',
        'trois tests de jugement situationnel',
        'three situational judgement tests',
      ),
    ],
    outcomes: [
      ours(
        'geslaagd: toegang tot de mondelinge test',
        'réussite : accès à l’épreuve orale',
        'passed: access to the oral test',
      ),
      ours(
        'niet geslaagd: geen toegang tot de mondelinge test',
        'échec : pas d’accès à l’épreuve orale',
        'failed: no access to the oral test',
      ),
    ],
    passMark: { atLeast: '60', outOf: '100' },
    duration: { minutes: 120, approximate: true, includesPreparation: null },
    testCount: 3,
    weightingClasses: [4, 5],
    rules: [
      {
        kind: 'EXEMPTION_AFTER_PASS',
        label: ours(
          'Wie slaagt, is 2 jaar vrijgesteld voor alle andere managementfuncties van hetzelfde of een lager niveau.',
          'Quiconque réussit est dispensé pendant 2 ans pour toutes les autres fonctions de management de niveau égal ou inférieur.',
          'Whoever passes is exempt for 2 years for all other management functions of the same or a lower level.',
        ),
        duration: 'P2Y',
        startsFrom: 'DAY_OF_PASSING',
        levels: 'SAME_OR_LOWER',
      },
      {
        kind: 'WAITING_PERIOD_AFTER_FAIL',
        label: ours(
          'Wie niet slaagt, heeft een competentie-ontwikkelingsperiode van 6 maanden: geen assessment van hetzelfde of een hoger niveau.',
          'Quiconque échoue a une période de développement des compétences de 6 mois : pas d’assessment de niveau égal ou supérieur.',
          'Whoever fails has a competence development period of 6 months: no assessment of the same or a higher level.',
        ),
        duration: 'P6M',
        startsFrom: 'DAY_OF_TEST',
        levels: 'SAME_OR_HIGHER',
      },
      {
        kind: 'EXEMPT_HOLDER',
        label: ours(
          'Wie al een management- of staffunctie van hetzelfde of een hoger niveau heeft, is vrijgesteld.',
          'Quiconque exerce déjà une fonction de management ou d’encadrement de niveau égal ou supérieur est dispensé.',
          'Whoever holds a management or staff function of the same or a higher level is exempt.',
        ),
        duration: null,
        startsFrom: null,
        levels: 'SAME_OR_HIGHER',
      },
    ],
  },
  sources: {
    '': stated([341, 352]),
    description: stated([341, 343]),
    eliminatory: stated(326, [348, 349]),
    evaluates: stated(342),
    inputs: stated(343),
    'outcomes[0]': stated(346),
    'outcomes[1]': stated(349),
    passMark: stated(344),
    duration: stated(341),
    testCount: stated(343),
    weightingClasses: stated(250, 342),
    'rules[0]': stated(347),
    'rules[1]': stated(350),
    'rules[2]': stated([351, 352]),
  },
};
