import {
  type AnnouncedStep,
  derived,
  dutch,
  ours,
  passage,
  SILENT_STEP,
  stated,
  statedWith,
} from '@mandate-graph/domain';
import { bodyId } from './ids.ts';
import { type Told, told } from './told.ts';

const screening: Told<AnnouncedStep> = told(
  stated([441, 447]),
  {
    ...SILENT_STEP,
    key: 'screening',
    position: 1,
    kind: 'ELIGIBILITY_SCREENING',
    name: dutch(
      'Screening van de deelnemingsvoorwaarden en ontvankelijkheid',
      'Examen des conditions de participation et de la recevabilité',
      'Screening of participation conditions and admissibility',
    ),
    description: passage(
      'Wie solliciteert, wordt getoetst aan de voorwaarden; wie er niet aan voldoet, krijgt een brief',
      'Chaque candidature est confrontée aux conditions ; quiconque n’y répond pas reçoit une lettre',
      'Each application is checked against the conditions; whoever does not meet them gets a letter',
    ),
    eliminatory: true,
    failureNotice: 'LETTER',
    evaluates: [
      ours('Deelnemingsvoorwaarden', 'Conditions de participation', 'Participation conditions'),
      ours('Ontvankelijkheid', 'Recevabilité', 'Admissibility'),
    ],
    inputs: [ours('Ingediende kandidatuur', 'Candidature introduite', 'Application submitted')],
    outcomes: [
      ours(
        'Voldoet: uitnodiging voor het gesprek',
        'Conditions remplies : invitation à l’entretien',
        'Meets them: invited to interview',
      ),
      ours(
        'Voldoet niet: bericht per brief',
        'Conditions non remplies : notification par lettre',
        'Does not meet them: told by letter',
      ),
    ],
  },
  {
    name: stated(441),
    description: stated([443, 447]),
    eliminatory: derived(
      'SCREENING_PRECEDES_INVITATION',
      ['lines 443-447: whoever does not meet the conditions is told so', 'line 452: the invitation comes after that'],
      [443, 447],
      452,
    ),
    failureNotice: stated([445, 447]),
    'evaluates[0]': stated(441, 445),
    'evaluates[1]': stated(441),
    'inputs[0]': stated(443),
    'outcomes[0]': stated(452),
    'outcomes[1]': stated([445, 447]),
  },
);

const interview: Told<AnnouncedStep> = told(
  stated([451, 456]),
  {
    ...SILENT_STEP,
    key: 'interview',
    position: 2,
    kind: 'INTERVIEW',
    name: dutch('Selectiegesprek', 'Entretien de sélection', 'Selection interview'),
    description: passage(
      'Gesprek op uitnodiging over motivatie, technische kennis en gedragsgerichte competenties',
      'Entretien, sur invitation, sur la motivation, les connaissances techniques et les compétences comportementales',
      'Interview by invitation on motivation, technical knowledge and behavioural competences',
    ),
    evaluates: [
      ours(
        'Motivatie (interesse, inzicht, verwachtingen)',
        'Motivation (intérêt, compréhension, attentes)',
        'Motivation (interest, insight, expectations)',
      ),
      ours('Technische kennis', 'Connaissances techniques', 'Technical knowledge'),
      ours('Gedragsgerichte competenties', 'Compétences comportementales', 'Behavioural competences'),
    ],
  },
  {
    name: stated(451),
    description: stated([452, 456]),
    'evaluates[0]': stated([452, 454]),
    'evaluates[1]': stated(454),
    'evaluates[2]': stated(454),
  },
);

const result: Told<AnnouncedStep> = told(
  stated([460, 474]),
  {
    ...SILENT_STEP,
    key: 'result',
    position: 3,
    kind: 'RESULT',
    name: dutch('Resultaat', 'Résultat', 'Result'),
    description: passage(
      'De selectiecommissie oordeelt over geschiktheid en rangschikt; de Regering beslist daarna, met redenen',
      'La commission de sélection se prononce sur l’aptitude et établit un classement ; le Gouvernement décide ensuite, par décision motivée',
      'The selection committee decides on suitability and ranks; the Government then decides, giving reasons',
    ),
    actor: bodyId.selectionCommittee,
    decidedBy: bodyId.government,
    suitabilityScheme: 'SUITABLE_UNSUITABLE',
    inputs: [
      ours('Schriftelijke kandidatuur', 'Candidature écrite', 'Written application'),
      ours('Selectiegesprek', 'Entretien de sélection', 'Selection interview'),
    ],
    outcomes: [
      ours('Geschikt of niet geschikt', 'Apte ou inapte', 'Suitable or not suitable'),
      ours(
        'Rangschikking op resultaat wanneer meer dan één kandidaat geschikt is',
        'Classement selon les résultats si plus d’un candidat est apte',
        'Ranking by results when more than one candidate is suitable',
      ),
      ours(
        'Rangschikking en motivering gaan naar de Regering',
        'Le classement et sa motivation sont soumis au Gouvernement',
        'The ranking and its reasons are submitted to the Government',
      ),
      ours(
        'Gemotiveerde beslissing van de Regering over titels en verdiensten',
        'Décision motivée du Gouvernement sur les titres et mérites',
        'Reasoned decision of the Government on titles and merits',
      ),
    ],
  },
  {
    name: stated(460),
    description: stated([462, 474]),
    actor: statedWith(
      'Decides on suitability and ranks; the decision that follows is the Government’s (lines 470-474).',
      464,
    ),
    decidedBy: stated([470, 474]),
    suitabilityScheme: stated([462, 464]),
    inputs: stated(462),
    'outcomes[0]': stated([462, 464]),
    'outcomes[1]': stated([464, 468]),
    'outcomes[2]': stated([470, 472]),
    'outcomes[3]': stated([472, 474]),
  },
);

export const steps: readonly Told<AnnouncedStep>[] = [screening, interview, result];
