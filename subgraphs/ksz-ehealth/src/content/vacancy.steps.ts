import { type AnnouncedStep, derived, dutch, ours, passage, SILENT_STEP, stated } from '@mandate-graph/domain';
import { BODY, STEP, UNIT } from './ids.ts';
import { type Entry, type Part, sourcesOf, valuesOf } from './sources.ts';
import { computerAssessment } from './vacancy.steps.assessment.ts';

/** The line that ends the procedure for whoever fails a step. */
const ELIMINATORY = 326;

const screening: Entry<AnnouncedStep> = {
  value: {
    ...SILENT_STEP,
    key: STEP.screening,
    position: 1,
    kind: 'ELIGIBILITY_SCREENING',
    name: dutch('Voorselectie', 'Présélection', 'Preselection'),
    description: passage(
      'DG R&O toetst de algemene en specifieke deelnemingsvoorwaarden, alleen op wat op de uiterste inschrijvingsdatum in het account staat.',
      'La DG R&D vérifie les conditions générales et spécifiques de participation, uniquement sur la base de ce que contient le compte à la date limite d’inscription.',
      'DG R&O checks the general and specific participation conditions, only on what the account holds at the deadline.',
    ),
    eliminatory: true,
    actor: UNIT.recruitment,
    evaluates: [
      ours(
        'algemene deelnemingsvoorwaarden',
        'conditions générales de participation',
        'general participation conditions',
      ),
      ours(
        'specifieke deelnemingsvoorwaarden',
        'conditions spécifiques de participation',
        'specific participation conditions',
      ),
    ],
    inputs: [
      ours(
        'opgeladen diploma en/of benoemingsbesluit',
        'diplôme et/ou arrêté de nomination chargés',
        'degree and/or appointment decree as uploaded',
      ),
      ours('ingevulde specifieke rubrieken', 'rubriques spécifiques complétées', 'specific sections as filled in'),
    ],
  },
  sources: {
    '': stated([334, 340]),
    actor: stated(335, 415),
    description: stated([335, 340], [415, 428]),
    evaluates: stated(335, 415),
    inputs: stated([336, 339], [417, 426]),
    eliminatory: stated(ELIMINATORY, 342),
  },
};

const oral: Entry<AnnouncedStep> = {
  value: {
    ...SILENT_STEP,
    key: STEP.oral,
    position: 3,
    kind: 'ORAL_TEST',
    name: dutch('Mondelinge test', 'Épreuve orale', 'Oral test'),
    description: passage(
      'Na voorbereidingstijd beoordeelt de selectiecommissie de kandidaat, uitgaande van een praktijkgeval over de functie.',
      'Après un temps de préparation, la commission de sélection évalue le candidat à partir d’un cas pratique lié à la fonction.',
      'After time to prepare, the selection committee assesses the candidate, starting from a practical case related to the function.',
    ),
    eliminatory: true,
    actor: BODY.selectionCommittee,
    evaluates: [
      ours('specifieke competenties', 'compétences spécifiques', 'specific competences'),
      ours('managementvaardigheden', 'aptitudes au management', 'management skills'),
    ],
    inputs: [ours('praktijkgeval', 'cas pratique', 'practical case')],
    duration: { minutes: 180, approximate: true, includesPreparation: true },
    committeeSize: { min: 8, max: 10 },
  },
  sources: {
    '': stated([353, 355]),
    eliminatory: stated(ELIMINATORY),
    actor: stated(355),
    evaluates: stated(354),
    inputs: stated(354),
    duration: stated(353),
    committeeSize: stated(327, 355),
  },
};

const result: Entry<AnnouncedStep> = {
  value: {
    ...SILENT_STEP,
    key: STEP.result,
    position: 4,
    kind: 'RESULT',
    suitabilityScheme: 'SUITABLE_UNSUITABLE',
    name: dutch('Eindresultaat', 'Résultat final', 'Final result'),
    description: passage(
      'Kandidaten komen met opgave van redenen in de groep geschikt of niet geschikt; wie geschikt is, wordt gerangschikt. DG R&O deelt het resultaat mee.',
      'Les candidats sont répartis, avec motivation, entre les groupes apte et inapte ; les candidats aptes sont classés. La DG R&D communique le résultat.',
      'Candidates are placed, with reasons, in the group suitable or unsuitable; the suitable are ranked. DG R&O communicates the result.',
    ),
    eliminatory: true,
    inputs: [
      ours('mondelinge test', 'épreuve orale', 'oral test'),
      ours('vergelijking van de diploma’s', 'comparaison des diplômes', 'comparison of the degrees'),
      ours('vergelijking van de verdiensten', 'comparaison des mérites', 'comparison of the merits'),
    ],
    outcomes: [
      dutch('geschikt', 'apte', 'suitable'),
      dutch('niet geschikt', 'inapte', 'unsuitable'),
      ours(
        'rangschikking van de geschikte kandidaten',
        'classement des candidats aptes',
        'ranking of the suitable candidates',
      ),
    ],
  },
  sources: {
    '': stated([358, 362]),
    eliminatory: derived('ONLY_THE_SUITABLE_GO_ON', ['line 363'], 363),
    inputs: stated(359),
    suitabilityScheme: stated([359, 361]),
    'outcomes[0]': stated(360),
    'outcomes[1]': stated(361),
    'outcomes[2]': stated(362),
  },
};

const interview: Entry<AnnouncedStep> = {
  value: {
    ...SILENT_STEP,
    key: STEP.interview,
    position: 5,
    kind: 'ADDITIONAL_INTERVIEW',
    name: dutch('Aanvullend onderhoud', 'Entretien complémentaire', 'Additional interview'),
    description: passage(
      'De bevoegde instantie spreekt alleen met de geschikte kandidaten en vergelijkt hen met de functie.',
      'L’instance compétente s’entretient avec les seuls candidats aptes et les compare à la fonction.',
      'The competent authority meets the suitable candidates only and compares them with the function.',
    ),
    actor: BODY.competentAuthority,
    evaluates: [
      ours('specifieke competenties', 'compétences spécifiques', 'specific competences'),
      ours('relationele vaardigheden', 'aptitudes relationnelles', 'interpersonal skills'),
      ours('leidinggevende capaciteiten', 'capacités de direction', 'leadership abilities'),
    ],
    inputs: [
      ours('functiebeschrijving', 'description de fonction', 'function description'),
      ours('competentieprofiel', 'profil de compétences', 'competence profile'),
    ],
  },
  sources: { '': stated(363) },
};

const all = [screening, computerAssessment, oral, result, interview];

/** The selection as the notice announces it: three numbered steps, the result, and the interview after it. */
export const steps: Part<'announcedSteps'> = {
  fields: { announcedSteps: valuesOf(all) },
  sources: { announcedSteps: stated([333, 363]), ...sourcesOf('announcedSteps', all) },
};
