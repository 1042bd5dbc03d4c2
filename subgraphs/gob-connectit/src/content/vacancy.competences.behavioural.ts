import {
  type Competence,
  derived,
  dutch,
  type LineRange,
  type LocalizedText,
  type Passage,
  passage,
  stated,
} from '@mandate-graph/domain';
import { sourcesOf, type Told, told, valuesOf } from './told.ts';

const group = dutch('Gedragsgerichte competenties', 'Compétences comportementales', 'Behavioural competences');

/** The interview evaluates the behavioural competences as a whole, and so each of them. */
const assessed = derived(
  'COMPETENCES_OF_A_KIND_THE_STEP_EVALUATES',
  ['line 340: heading', 'lines 452-456'],
  [452, 456],
);

const statement = (lines: number | LineRange, nl: string, fr: string, en: string): Told<Passage> =>
  told(stated(lines), passage(nl, fr, en));

/** A heading of the notice with the abilities under it. No level or type of mastery is given. */
const competence = (
  key: string,
  line: number,
  label: LocalizedText,
  statements: readonly Told<Passage>[],
): Told<Competence> =>
  told(
    stated(line),
    {
      key,
      kind: 'BEHAVIOURAL',
      scope: null,
      label,
      group,
      masteryType: null,
      masteryLevel: null,
      statements: valuesOf(statements),
      assessedIn: ['interview'],
    },
    { kind: stated(340), group: stated(340), assessedIn: assessed, ...sourcesOf('statements', statements) },
  );

export const behavioural: readonly Told<Competence>[] = [
  competence('leadership', 342, dutch('Leiderschap', 'Leadership', 'Leadership'), [
    statement(
      [344, 348],
      'Dossiers van het bestuur in hun geheel zien, gevolgen met elkaar verbinden en kritisch denken',
      'Avoir une vision globale des dossiers, en relier les implications et faire preuve d’esprit critique',
      'Seeing the administration’s files as a whole, linking their implications and thinking critically',
    ),
    statement(
      [350, 354],
      'Strategie uitzetten voor alle bevoegdheden van het bestuur en er actieplannen van maken',
      'Formuler des stratégies pour toutes les compétences de l’administration et les traduire en plans d’action',
      'Shaping strategies for all fields of the administration and turning them into action plans',
    ),
    statement(
      [356, 358],
      'De diensten warm maken voor een visie en voor te bereiken doelen',
      'Susciter l’adhésion des services à une vision et à des objectifs',
      'Winning the services’ commitment to a vision and to objectives',
    ),
  ]),
  competence('initiative', 360, dutch('Initiatief', 'Initiative', 'Initiative'), [
    statement(
      [362, 366],
      'Veranderingen starten, binnen voor een doelmatiger bestuur en buiten voor betere dienstverlening aan burgers en een beter imago van bestuur en Gewest',
      'Lancer des changements, en interne pour une administration plus efficace et à l’extérieur pour un meilleur service aux citoyens et une meilleure image de l’administration et de la Région',
      'Starting change, inside for a more efficient administration and outside for better service to citizens and a better image of the administration and the Region',
    ),
    statement(
      [368, 370],
      'Problemen met nieuwe ideeën en oplossingen aanpakken',
      'Développer des idées et des solutions nouvelles face aux problèmes',
      'Developing new ideas and solutions for problems',
    ),
    statement(
      372,
      'Teams aansporen tot initiatief en creativiteit',
      'Encourager l’initiative et la créativité des équipes',
      'Encouraging initiative and creativity in teams',
    ),
  ]),
  competence('management', 374, dutch('Management', 'Management', 'Management'), [
    statement(
      [376, 378],
      'Zelfstandig beslissen en doorzetten, gericht op het beste resultaat',
      'Décider et poursuivre une action de façon autonome, en visant les meilleurs résultats',
      'Deciding and following through independently, aiming for the best results',
    ),
    statement(
      [380, 382],
      'Teams onderling en met andere betrokken besturen goed laten samenwerken',
      'Créer une collaboration efficace entre les équipes et avec les autres administrations concernées',
      'Making teams work well together and with other administrations concerned',
    ),
    statement(
      [384, 386],
      'Het werk organiseren en bevoegdheden en volmachten delegeren',
      'Organiser les activités et déléguer les compétences et pouvoirs nécessaires',
      'Organising the work and delegating the responsibilities and powers it needs',
    ),
  ]),
  competence(
    'team-development',
    387,
    dutch(
      'Ontwikkeling van teams/medewerkers',
      'Développement des équipes/collaborateurs',
      'Development of teams and staff',
    ),
    [
      statement(
        [389, 393],
        'Competenties laten groeien: ontwikkelingsnoden verzamelen en toelichten, initiatieven voorstellen, directe medewerkers coachen',
        'Développer les compétences : recueillir et faire connaître les besoins, proposer des initiatives, coacher ses collaborateurs directs',
        'Developing competences: gathering and explaining needs, proposing initiatives, coaching direct staff',
      ),
      statement(
        [395, 397],
        'Communiceren en anderen meekrijgen voor kortere en langere doelen van ministerie en bestuur',
        'Communiquer et obtenir l’adhésion des autres aux objectifs à court et à long terme du ministère et de l’administration',
        'Communicating and winning others’ agreement to short-term and long-term objectives of the ministry and the administration',
      ),
      statement(
        [399, 403],
        'De resultaatgerichtheid van directieraad en besturen voeden met geregelde feedback en aanmoediging',
        'Soutenir l’orientation vers les résultats du conseil de direction et des administrations par un retour régulier et des encouragements',
        'Supporting the drive for results of the directors’ council and administrations with regular feedback and encouragement',
      ),
    ],
  ),
  competence('customer-focus', 405, dutch('Klantgerichtheid', 'Orientation client', 'Customer focus'), [
    statement(
      [407, 409],
      'Zelf instaan voor kwaliteit voor klanten binnen en buiten de organisatie',
      'Garantir personnellement un service de qualité aux clients internes et externes',
      'Personally ensuring quality for customers inside and outside the organisation',
    ),
    statement(
      [411, 413],
      'Met een langetermijnvisie vooruitlopen op wat die klanten nodig hebben',
      'Anticiper les besoins de ces clients grâce à une vision à long terme',
      'Anticipating the needs of those customers with a long-term view',
    ),
  ]),
  competence('influencing', 415, dutch('Beïnvloeden', 'Influencer', 'Influencing'), [
    statement(
      [417, 419],
      'De voornaamste gesprekspartners overtuigen, binnen en buiten, om de opdrachten te doen slagen',
      'Influencer les principaux interlocuteurs, internes et externes, pour réaliser les missions confiées',
      'Influencing the main contacts, inside and outside, to get the entrusted tasks done',
    ),
    statement(
      [421, 427],
      'Formele en informele machtsstructuren doorzien en benutten: in de politiek, het ministerie, het bestuur en partnerorganisaties',
      'Comprendre et utiliser les structures formelles et informelles d’influence et de décision : politique, ministère, administration et organisations partenaires',
      'Understanding and using formal and informal structures of influence and decision: politics, ministry, administration and partner organisations',
    ),
    statement(
      [429, 431],
      'Interne conflicten hanteren en bemiddelen tussen bestuur en personen',
      'Gérer les conflits internes et arbitrer entre l’administration et les personnes',
      'Handling internal conflicts and arbitrating between the administration and individuals',
    ),
  ]),
];
