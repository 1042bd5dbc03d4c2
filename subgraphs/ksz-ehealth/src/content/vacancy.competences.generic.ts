import {
  type Competence,
  derived,
  dutch,
  type LocalizedText,
  type Passage,
  passage,
  stated,
} from '@mandate-graph/domain';
import { STEP } from './ids.ts';
import type { Entry } from './sources.ts';

/** Headings over the generic competences of the computer assessment and of the oral test. */
const COMPUTER_HEADING = 249;
const ORAL_HEADING = 280;

interface Group {
  readonly name: LocalizedText;
  readonly line: number;
}

/** One competence, whichever steps assess it; `computerLine` prints it a second time, for the computer assessment. */
const generic = (
  key: string,
  group: Group,
  label: LocalizedText,
  statement: Passage,
  line: number,
  computerLine: number | null = null,
): Entry<Competence> => {
  const lines = computerLine === null ? [line] : [computerLine, line];
  const headings = computerLine === null ? [ORAL_HEADING] : [COMPUTER_HEADING, ORAL_HEADING];
  return {
    value: {
      key,
      kind: 'BEHAVIOURAL',
      scope: 'GENERIC',
      label,
      group: group.name,
      masteryType: null,
      masteryLevel: null,
      statements: [statement],
      assessedIn: computerLine === null ? [STEP.oral] : [STEP.assessment, STEP.oral],
    },
    sources: {
      '': stated(...lines),
      kind: derived(
        'GENERIC_IS_BEHAVIOURAL',
        headings.map((heading) => `line ${heading}: heading`),
        ...headings,
      ),
      scope: stated(...headings),
      group: stated(group.line),
      assessedIn: stated(...headings),
    },
  };
};

const reflecting: Group = {
  name: dutch('Reflecteren en creëren', 'Réfléchir et créer', 'Reflecting and creating'),
  line: 281,
};
const exchanging: Group = {
  name: dutch('Uitwisselen en samenwerken', 'Échanger et collaborer', 'Exchanging and cooperating'),
  line: 284,
};
const acting: Group = {
  name: dutch('Handelen en resultaten bereiken', 'Agir et atteindre des résultats', 'Acting and achieving results'),
  line: 287,
};
const growing: Group = {
  name: dutch('Jezelf kennen en groeien', 'Se connaître et évoluer', 'Knowing yourself and growing'),
  line: 290,
};

export const genericCompetences = [
  generic(
    'critical-thinking',
    reflecting,
    dutch('Kritisch denken', 'Penser de façon critique', 'Thinking critically'),
    passage(
      'Informatie met logische criteria toetsen om doordacht te beslissen.',
      'Examiner l’information selon des critères logiques pour décider en connaissance de cause.',
      'Test information against logical criteria to decide with care.',
    ),
    282,
  ),
  generic(
    'developing-a-vision',
    reflecting,
    dutch('Een visie ontwikkelen', 'Développer une vision', 'Developing a vision'),
    passage(
      'Vanuit de waarden van de organisatie een visie op middellange of lange termijn uitzetten.',
      'Tracer, à partir des valeurs de l’organisation, une vision à moyen ou long terme.',
      'Set out a medium or long-term vision from the organisation’s values.',
    ),
    283,
  ),
  generic(
    'cooperating',
    exchanging,
    dutch('Samenwerken', 'Collaborer', 'Cooperating'),
    passage(
      'In team werken, relaties opbouwen en kennis delen voor gezamenlijke doelen.',
      'Travailler en équipe, nouer des relations et partager ses connaissances pour des buts communs.',
      'Work in a team, build relations and share knowledge for common goals.',
    ),
    285,
    251,
  ),
  generic(
    'coaching',
    exchanging,
    dutch('Begeleiden', 'Accompagner', 'Guiding'),
    passage(
      'Medewerkers verenigen, motiveren en inspireren en verandering vergemakkelijken.',
      'Rassembler, motiver et inspirer les collaborateurs et faciliter le changement.',
      'Bring staff together, motivate and inspire them, and make change easier.',
    ),
    286,
  ),
  generic(
    'solution-oriented',
    acting,
    dutch('Oplossingsgericht zijn', 'Être orienté solutions', 'Being solution-oriented'),
    passage(
      'Problemen positief aanpakken en oplossingen bedenken en uitvoeren.',
      'Aborder les problèmes de manière positive, trouver des solutions et les appliquer.',
      'Approach problems positively, find solutions and carry them out.',
    ),
    288,
    252,
  ),
  generic(
    'result-oriented',
    acting,
    dutch('Resultaatgericht zijn', 'Être orienté résultats', 'Being result-oriented'),
    passage(
      'Beslissen en handelen om resultaten te halen, en ervoor instaan.',
      'Décider et agir pour obtenir des résultats, et en répondre.',
      'Decide and act to get results, and answer for them.',
    ),
    289,
  ),
  generic(
    'knowing-yourself',
    growing,
    dutch('Jezelf kennen', 'Se connaître', 'Knowing yourself'),
    passage(
      'Eigen werking en emoties herkennen en bevragen om eigen talent ten volle te benutten.',
      'Reconnaître et interroger son fonctionnement et ses émotions pour tirer le meilleur de ses capacités.',
      'Recognise and question how you work and feel, to make the most of your abilities.',
    ),
    291,
    253,
  ),
  generic(
    'agile',
    growing,
    dutch('Wendbaar zijn', 'Être agile', 'Being agile'),
    passage(
      'Open en soepel meegaan met een snel veranderende werkomgeving.',
      'S’adapter avec ouverture et souplesse à un cadre professionnel qui change vite.',
      'Adapt openly and flexibly to a fast-changing work setting.',
    ),
    292,
  ),
];
