import {
  type Competence,
  derived,
  dutch,
  type LocalizedText,
  type MasteryLevel,
  type MasteryType,
  type Passage,
  passage,
  stated,
} from '@mandate-graph/domain';
import { STEP } from './ids.ts';
import { type Entry, type Part, sourcesOf, valuesOf } from './sources.ts';
import { genericCompetences } from './vacancy.competences.generic.ts';

/** Heading of the competences that only the oral test assesses. */
const SPECIFIC_HEADING = 254;

/** Four consecutive lines of the notice: domain, competence, type of mastery, level of mastery. */
const specific = (
  key: string,
  line: number,
  label: LocalizedText,
  masteryType: MasteryType,
  masteryLevel: MasteryLevel,
  statement: Passage,
): Entry<Competence> => ({
  value: {
    key,
    kind: 'TECHNICAL',
    scope: 'SPECIFIC',
    label,
    group: null,
    masteryType,
    masteryLevel,
    statements: [statement],
    assessedIn: [STEP.oral],
  },
  sources: {
    '': stated([line, line + 3]),
    kind: derived('SPECIFIC_IS_TECHNICAL', [`line ${SPECIFIC_HEADING}: heading`], SPECIFIC_HEADING),
    scope: stated(SPECIFIC_HEADING),
    label: stated(line),
    'statements[0]': stated(line + 1),
    masteryType: stated(line + 2),
    masteryLevel: stated(line + 3),
    assessedIn: stated(SPECIFIC_HEADING),
  },
});

const specificCompetences = [
  specific(
    'programme-and-service-management',
    256,
    dutch(
      'Beheer van programma’s en projecten en service management',
      'Gestion des programmes et projets et service management',
      'Programme and project management and service management',
    ),
    'APPLICATION',
    'ADVANCED',
    passage(
      'Methoden voor projecten, grote programma’s en service management inzetten bij complexe digitalisering.',
      'Mettre en œuvre des méthodes de gestion de projets, de grands programmes et de services dans le cadre d’une numérisation complexe.',
      'Use methods for projects, large programmes and service management in complex digitalisation.',
    ),
  ),
  specific(
    'social-security-and-health-care',
    260,
    dutch(
      'Sociale zekerheid en gezondheidszorg',
      'Sécurité sociale et soins de santé',
      'Social security and health care',
    ),
    'INSIGHT',
    'SPECIALIST',
    passage(
      'De rol, werking en verantwoordelijkheden van beide instellingen in hun domein begrijpen.',
      'Comprendre le rôle, le fonctionnement et les responsabilités des deux institutions dans leur domaine.',
      'Understand the role, working and responsibilities of both institutions in their domain.',
    ),
  ),
  specific(
    'egovernment-and-ehealth',
    264,
    dutch('eGovernment en eGezondheid', 'eGovernment et eSanté', 'eGovernment and eHealth'),
    'ANALYSIS',
    'SPECIALIST',
    passage(
      'Sociaal, politiek en juridisch analyseren waar eGovernment en eGezondheid voor staan.',
      'Analyser les défis sociaux, politiques et juridiques de l’eGovernment et de l’eSanté.',
      'Analyse the social, political and legal challenges of eGovernment and eHealth.',
    ),
  ),
  specific(
    'strategy-and-challenges',
    268,
    dutch('Strategie en uitdagingen', 'Stratégie et défis', 'Strategy and challenges'),
    'ANALYSIS',
    'SPECIALIST',
    passage(
      'Een strategische visie op eGovernment en eGezondheid ontwikkelen, met oplossingen in de koers van de instellingen.',
      'Développer une vision stratégique de l’eGovernment et de l’eSanté, avec des solutions dans la ligne des institutions.',
      'Develop a strategic vision of eGovernment and eHealth, with solutions in line with the institutions’ course.',
    ),
  ),
  specific(
    'main-actors-and-relations',
    272,
    dutch('Voornaamste actoren en relaties', 'Principaux acteurs et relations', 'Main actors and relations'),
    'APPLICATION',
    'ADVANCED',
    passage(
      'Inzicht in onderhandelen gebruiken om met federale instellingen, sociale partners en zorgactoren tot een besluit te komen.',
      'Utiliser sa maîtrise de la négociation pour aboutir à une décision avec les institutions fédérales, les partenaires sociaux et les acteurs des soins.',
      'Use insight in negotiation to reach a conclusion with federal institutions, social partners and care actors.',
    ),
  ),
  specific(
    'ict-techniques',
    276,
    dutch('ICT-techniek', 'Techniques TIC', 'ICT techniques'),
    'APPLICATION',
    'SPECIALIST',
    passage(
      'Grondige kennis van informatica-architectuur en informatieveiligheid, ook van de technische uitvoering, aanwenden.',
      'Appliquer une connaissance approfondie de l’architecture informatique et de la sécurité, y compris de leur réalisation technique.',
      'Apply thorough knowledge of IT architecture and information security, their technical implementation included.',
    ),
  ),
];

const all = [...specificCompetences, ...genericCompetences];

/** 14 nodes: six specific and eight generic ones, three of which two steps assess. */
export const competences: Part<'competences'> = {
  fields: { competences: valuesOf(all) },
  sources: { competences: stated([249, 292]), ...sourcesOf('competences', all) },
};
