import {
  type BodyKind,
  type BodyState,
  derived,
  dutch,
  type LocalizedText,
  type Source,
  stated,
} from '@mandate-graph/domain';
import { copies, ksz, NOTICE, twice, UNIT } from './ids.ts';

type Details = Partial<Pick<BodyState, 'aliases' | 'unit' | 'competence' | 'sources'>>;

/** A single body; its source holds for every field without a source of its own. */
const body = (local: string, kind: BodyKind, name: LocalizedText, source: Source, details: Details = {}) =>
  ksz.body(local, {
    notice: NOTICE,
    kind,
    name,
    aliases: [],
    unit: null,
    competence: null,
    plural: false,
    ...details,
    sources: { '': source, ...details.sources },
  });

const board = (local: string, name: LocalizedText, unit: string) =>
  body(local, 'BOARD_OF_MANAGEMENT', name, stated(...copies(28), ...copies(31)), { unit });

const minister = (
  local: string,
  name: LocalizedText,
  competence: LocalizedText,
  line: number,
  aliases: string[] = [],
) => body(local, 'MINISTER', name, twice(line), { competence, aliases });

const boards = [
  board(
    'beheerscomite-ksz',
    dutch(
      'Beheerscomité van de Kruispuntbank van de Sociale Zekerheid',
      'Comité de gestion de la Banque Carrefour de la Sécurité Sociale',
      'Board of management of the Crossroads Bank for Social Security',
    ),
    UNIT.ksz,
  ),
  board(
    'beheerscomite-ehealth-platform',
    dutch(
      'Beheerscomité van het eHealth-platform',
      'Comité de gestion de la plate-forme eHealth',
      'Board of management of the eHealth platform',
    ),
    UNIT.ehealth,
  ),
];

const committees = [
  body(
    'algemeen-coordinatiecomite',
    'COORDINATION_COMMITTEE',
    dutch('Algemeen Coördinatiecomité', 'Comité général de coordination', 'General coordination committee'),
    twice(49),
    { unit: UNIT.ksz },
  ),
  body(
    'overlegcomite-gebruikers-ehealth-platform',
    'USER_CONSULTATION_COMMITTEE',
    dutch(
      'Overlegcomité met de gebruikers van het eHealth-platform',
      'Comité de concertation avec les utilisateurs de la plate-forme eHealth',
      'Consultation committee with the users of the eHealth platform',
    ),
    twice(49),
    { unit: UNIT.ehealth, sources: { unit: derived('UNIT_NAMED_IN_THE_BODY', ['name'], ...copies(49)) } },
  ),
];

const authorities = [
  body(
    'federale-regering',
    'GOVERNMENT',
    dutch('Federale Regering', 'Gouvernement fédéral', 'Federal Government'),
    twice(45),
    {
      aliases: ['Regering'],
      sources: { name: derived('FEDERAL_BY_HEADING', ['heading on line 43', 'aliases'], ...copies(43, 45)) },
    },
  ),
  minister(
    'minister-sociale-zaken',
    dutch('Minister van Sociale Zaken', 'Ministre des Affaires sociales', 'Minister of Social Affairs'),
    dutch('Sociale Zaken', 'Affaires sociales', 'Social Affairs'),
    56,
    ['voogdijminister'],
  ),
  minister(
    'minister-begroting',
    dutch('Minister van Begroting', 'Ministre du Budget', 'Minister of the Budget'),
    dutch('Begroting', 'Budget', 'Budget'),
    57,
  ),
  minister(
    'minister-ambtenarenzaken',
    dutch(
      'Minister belast met Ambtenarenzaken',
      'Ministre chargé de la Fonction publique',
      'Minister in charge of the Civil Service',
    ),
    dutch('Ambtenarenzaken', 'Fonction publique', 'Civil Service'),
    58,
  ),
  body(
    'college-openbare-instellingen-sociale-zekerheid',
    'COLLEGE',
    dutch(
      'College van de Openbare Instellingen van Sociale Zekerheid',
      'Collège des institutions publiques de sécurité sociale',
      'College of public social security institutions',
    ),
    twice(71),
  ),
  body('rekenhof', 'COURT_OF_AUDIT', dutch('Rekenhof', 'Cour des comptes', 'Court of Audit'), twice(72)),
];

const selectionBodies = [
  body(
    'bevoegde-instantie',
    'COMPETENT_AUTHORITY',
    dutch('Bevoegde instantie', 'Instance compétente', 'Competent authority'),
    stated(363),
  ),
  body(
    'selectiecommissie',
    'SELECTION_COMMITTEE',
    dutch('Selectiecommissie', 'Commission de sélection', 'Selection committee'),
    stated(327, 355),
  ),
];

export const singleBodies = [...boards, ...committees, ...authorities, ...selectionBodies];
