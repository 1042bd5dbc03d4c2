import {
  type Competence,
  derived,
  dutch,
  type LineRange,
  type LocalizedText,
  type MasteryLevel,
  type Passage,
  passage,
  stated,
} from '@mandate-graph/domain';
import { sourcesOf, type Told, told, valuesOf } from './told.ts';

const group = dutch('Technische competenties', 'Compétences techniques', 'Technical competences');

/** The interview evaluates technical knowledge as a whole, and so each subject of it. */
const assessed = derived(
  'COMPETENCES_OF_A_KIND_THE_STEP_EVALUATES',
  ['line 324: heading', 'lines 452-456'],
  [452, 456],
);

/** A subject of knowledge; the level is the adjective the notice opens its line with. */
const subject = (
  key: string,
  lines: number | LineRange,
  masteryLevel: MasteryLevel,
  label: LocalizedText,
  statements: readonly Told<Passage>[] = [],
): Told<Competence> =>
  told(
    stated(lines),
    {
      key,
      kind: 'TECHNICAL',
      scope: null,
      label,
      group,
      masteryType: null,
      masteryLevel,
      statements: valuesOf(statements),
      assessedIn: ['interview'],
    },
    { kind: stated(324), group: stated(324), assessedIn: assessed, ...sourcesOf('statements', statements) },
  );

export const technical: readonly Told<Competence>[] = [
  subject(
    'institutions',
    326,
    'GOOD_KNOWLEDGE',
    dutch(
      'Federale, gewestelijke en gemeenschapsinstellingen',
      'Institutions fédérales, régionales et communautaires',
      'Federal, regional and community institutions',
    ),
  ),
  subject(
    'management-techniques',
    328,
    'GOOD_COMMAND',
    dutch(
      'Management-, coaching- en leiderschapstechnieken',
      'Techniques de management, de coaching et de leadership',
      'Management, coaching and leadership techniques',
    ),
  ),
  subject(
    'it-world',
    [330, 332],
    'THOROUGH_KNOWLEDGE',
    dutch(
      'IT-wereld, recente evoluties en tendenzen',
      'Monde de l’informatique, évolutions et tendances récentes',
      'The IT world, its recent developments and trends',
    ),
    [
      told(
        stated([330, 332]),
        passage(
          'Van die kennis een strategische visie en een tactische aanpak kunnen maken',
          'Savoir traduire ces connaissances en une vision stratégique et un déploiement tactique',
          'Able to turn this knowledge into a strategic vision and its tactical deployment',
        ),
      ),
    ],
  ),
  subject(
    'it-project-management',
    334,
    'GOOD_KNOWLEDGE',
    dutch(
      'IT-project- en programmaleidingstechnieken',
      'Techniques de gestion de projets et de programmes informatiques',
      'IT project and programme management techniques',
    ),
  ),
  subject(
    'regional-it-landscape',
    336,
    'GOOD_KNOWLEDGE',
    dutch(
      'Gewestelijk IT-landschap en regelgeving',
      'Paysage informatique régional et réglementation',
      'Regional IT landscape and regulations',
    ),
  ),
];
