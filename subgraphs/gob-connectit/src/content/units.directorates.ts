import { dutch, passage, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { told } from './told.ts';
import { directorate } from './units.shape.ts';

const headingsDiffer = (heading: string) =>
  statedWith(`Place in the sentence; in the order of the headings this directorate is the ${heading}.`, [277, 279]);

const itco = directorate('itco', {
  name: dutch('IT-coördinatie', 'Coordination IT', 'IT Coordination'),
  abbreviation: 'ITCO',
  aliases: [
    told(stated(283), 'ITCO'),
    told(statedWith('Spelt without its diaeresis in the sentence.', 277), 'IT-coordinatie'),
  ],
  ordinal: 1,
  tasks: [
    told(
      stated(283),
      passage(
        'Automatiseringsprojecten voor overheidsinstanties',
        'Projets d’automatisation pour les organismes publics',
        'Automation projects for public bodies',
      ),
    ),
    told(
      stated([283, 285]),
      passage(
        'Toepassingen ondersteunen, draaiende houden en verbeteren',
        'Soutenir les applications, en assurer la continuité et les améliorer',
        'Supporting applications, keeping them running and improving them',
      ),
    ),
    told(stated([285, 287]), passage('Degelijk gegevensbeheer', 'Bonne gestion des données', 'Sound data management')),
    told(stated(287), passage('Informatiebeveiliging', 'Sécurité de l’information', 'Information security')),
    told(stated(287), passage('Naleving van de AVG (GDPR)', 'Respect du RGPD', 'Compliance with the GDPR')),
  ],
  sources: { name: statedWith('As in the heading.', 281), abbreviation: stated(283) },
});

const sspIt = directorate('sspit', {
  name: dutch('Single Service Point IT', 'Single Service Point IT', 'Single Service Point IT'),
  abbreviation: 'SSP-IT',
  aliases: [told(stated(291), 'SSP-IT')],
  ordinal: 2,
  mission: passage('Helpdesk', 'Service d’assistance', 'Helpdesk'),
  tasks: [
    told(
      stated([291, 293]),
      passage(
        'Helpdesk, fysiek en digitaal, voor elk IT-probleem van elke medewerker van de GOB',
        'Service d’assistance, physique et numérique, pour tout problème informatique de chaque agent du SPRB',
        'Helpdesk, physical and digital, for any IT problem of any member of staff of the GOB',
      ),
    ),
  ],
  sources: { name: stated(277, 289, 291), abbreviation: stated(291), mission: statedWith('In the heading.', 289) },
});

const easyBrussels = directorate('easy-brussels', {
  name: dutch('Easy.brussels', 'Easy.brussels', 'Easy.brussels'),
  aliases: [told(statedWith('With a capital in the heading and the text.', 295, 297), 'Easy.Brussels')],
  ordinal: 3,
  mission: passage(
    'Administratieve vereenvoudiging en gebruikerservaring',
    'Simplification administrative et expérience utilisateur',
    'Administrative simplification and user experience',
  ),
  tasks: [
    told(
      stated([297, 299]),
      passage(
        'Gewestelijk agentschap voor administratieve vereenvoudiging: betere relatie tussen overheidsdiensten en gebruikers',
        'Agence régionale de simplification administrative : de meilleures relations entre services publics et usagers',
        'Regional agency for administrative simplification: better relations between public services and their users',
      ),
    ),
    told(
      stated([299, 301]),
      passage(
        'Eenvoudiger administratieve procedures mogelijk maken',
        'Faciliter la simplification des procédures administratives',
        'Making administrative procedures simpler',
      ),
    ),
    told(
      stated([301, 303]),
      passage(
        'Leiding van het Easy Way-programma, het gewestelijke vereenvoudigingsplan',
        'Direction du programme Easy Way, le plan régional de simplification',
        'Leading the Easy Way programme, the regional simplification plan',
      ),
    ),
  ],
  sources: { name: stated(277), mission: statedWith('In the heading.', 295) },
});

const sapCompetenceCenter = directorate('sap-competence-center', {
  name: dutch('SAP Competence Center', 'SAP Competence Center', 'SAP Competence Center'),
  aliases: [told(statedWith('In the heading.', 313), 'Regional Competence Center SAP')],
  ordinal: 4,
  tasks: [
    told(
      stated([315, 317]),
      passage(
        'Overheidsinstanties begeleiden naar het gewestelijke SAP-platform',
        'Accompagner les organismes publics vers la plateforme SAP régionale',
        'Guiding public bodies to the regional SAP platform',
      ),
    ),
    told(stated(317), passage('Overkoepelende ondersteuning', 'Soutien transversal', 'Overarching support')),
    told(
      stated([317, 321]),
      passage(
        'Boekhouding als kern van het platform, met daarop afgestemde andere processen',
        'La comptabilité au cœur de la plateforme, avec d’autres processus harmonisés',
        'Accounting at the core of the platform, with other processes aligned to it',
      ),
    ),
  ],
  sources: { name: stated([277, 279], 315), ordinal: headingsDiffer('fifth') },
});

const connectMemory = directorate('connectmemory', {
  name: dutch('ConnectMemory', 'ConnectMemory', 'ConnectMemory'),
  aliases: [told(statedWith('With its kind, in the sentence.', 279), 'archiefdienst ConnectMemory')],
  ordinal: 5,
  mission: passage('Gewestelijke archiefdienst', 'Service régional d’archives', 'Regional archives service'),
  tasks: [
    told(
      stated([307, 309]),
      passage(
        'Archivaris van het Gewest: het gewestelijke geheugen bewaren',
        'Archiviste de la Région : préserver la mémoire régionale',
        'Archivist of the Region: keeping the regional memory',
      ),
    ),
    told(
      stated([309, 311]),
      passage(
        'Duurzame beslissingen van de besturen helpen verzekeren',
        'Aider les administrations à assurer la pérennité de leurs décisions',
        'Helping administrations to make decisions that last',
      ),
    ),
    told(
      stated([309, 311]),
      passage(
        'Doorzichtigheid van de democratische besluitvorming',
        'Transparence du processus démocratique',
        'Transparency of the democratic process',
      ),
    ),
  ],
  sources: {
    name: stated(279, 305, 307),
    mission: statedWith('In the heading.', 305),
    ordinal: headingsDiffer('fourth'),
  },
});

export const directorates: readonly ContentItem<'unit'>[] = [
  itco,
  sspIt,
  easyBrussels,
  sapCompetenceCenter,
  connectMemory,
];
