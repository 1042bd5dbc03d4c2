import { derived, dutch, passage, SILENT_UNIT, stated } from '@mandate-graph/domain';
import { copies, ksz, NOTICE, twice, UNIT } from './ids.ts';

const socialSecurityBank = ksz.unit('ksz', {
  ...SILENT_UNIT,
  notice: NOTICE,
  kind: 'PUBLIC_SOCIAL_SECURITY_INSTITUTION',
  name: dutch(
    'Kruispuntbank van de Sociale Zekerheid',
    'Banque Carrefour de la Sécurité Sociale',
    'Crossroads Bank for Social Security',
  ),
  abbreviation: 'KSZ',
  aliases: ['BCSS'],
  parent: null,
  legalForm: dutch(
    'openbare instelling van sociale zekerheid',
    'institution publique de sécurité sociale',
    'public social security institution',
  ),
  foundingAct: {
    title: dutch('Wet van 15 januari 1990', 'Loi du 15 janvier 1990', 'Act of 15 January 1990'),
    date: '1990-01-15',
  },
  mission: passage(
    'Bevordert het eGovernment in de sociale sector.',
    'Promeut l’eGovernment dans le secteur social.',
    'Promotes eGovernment in the social sector.',
  ),
  tasks: [
    passage(
      'De relaties herzien tussen openbare instellingen van elk niveau, instanties met taken van algemeen belang (zoals ziekenfondsen, werkloosheidskassen en sociale verzekeringsfondsen voor zelfstandigen), burgers en ondernemingen.',
      'Revoir les relations entre les institutions publiques de tout niveau, les organismes chargés de missions d’intérêt général (tels que les mutualités, les organismes de paiement des allocations de chômage et les caisses d’assurances sociales pour indépendants), les citoyens et les entreprises.',
      'Rethink the relations between public institutions of every level, bodies with tasks of general interest (such as health insurance funds, unemployment benefit funds and social insurance funds for the self-employed), citizens and companies.',
    ),
    passage(
      'Met moderne technologie een geïntegreerde dienstverlening op maat van de klant bieden, met zo weinig mogelijk formaliteiten.',
      'Offrir, grâce aux technologies modernes, un service intégré adapté à la situation du client, avec le moins de formalités possible.',
      'Use modern technology to offer an integrated service that fits the client’s situation, with as few formalities as possible.',
    ),
  ],
  website: 'http://www.ksz-bcss.fgov.be',
  sources: {
    kind: twice(112),
    name: stated(2, ...copies(112)),
    abbreviation: stated(...copies(20), ...copies(115)),
    aliases: derived('ABBREVIATION_IN_WEBSITE_ADDRESS', ['website'], ...copies(115)),
    legalForm: twice(112),
    foundingAct: twice(112),
    mission: twice(112),
    tasks: twice(112),
    website: twice(115),
  },
});

const ehealthPlatform = ksz.unit('ehealth-platform', {
  ...SILENT_UNIT,
  notice: NOTICE,
  kind: 'PUBLIC_INSTITUTION',
  name: dutch('eHealth-platform', 'plate-forme eHealth', 'eHealth platform'),
  abbreviation: null,
  aliases: ['eHealth'],
  parent: null,
  legalForm: dutch('openbare instelling', 'institution publique', 'public institution'),
  foundingAct: {
    title: dutch('Wet van 21 augustus 2008', 'Loi du 21 août 2008', 'Act of 21 August 2008'),
    date: '2008-08-21',
  },
  mission: passage(
    'Bevordert en ondersteunt de beveiligde elektronische uitwisseling van gegevens tussen alle actoren van de gezondheidszorg.',
    'Promeut et soutient l’échange électronique sécurisé de données entre tous les acteurs des soins de santé.',
    'Promotes and supports secure electronic data exchange between all actors in health care.',
  ),
  tasks: [
    passage(
      'Veilige gegevensuitwisseling voor onder meer artsen, ziekenhuizen, apothekers en patiënten, met eerbied voor de privacy en het medisch beroepsgeheim.',
      'Échange sécurisé de données, entre autres pour les médecins, les hôpitaux, les pharmaciens et les patients, dans le respect de la vie privée et du secret médical.',
      'Secure data exchange for doctors, hospitals, pharmacists, patients and others, with respect for privacy and medical confidentiality.',
    ),
    passage(
      'De kwaliteit van de gezondheidszorg verhogen en alle actoren administratieve formaliteiten besparen.',
      'Améliorer la qualité des soins de santé et épargner des formalités administratives à tous les acteurs.',
      'Raise the quality of health care and spare all actors administrative formalities.',
    ),
  ],
  website: 'https://www.ehealth.fgov.be',
  sources: {
    kind: twice(113),
    name: twice(113),
    aliases: twice(120),
    legalForm: twice(113),
    foundingAct: twice(113),
    mission: twice(113),
    tasks: twice(113),
    website: twice(116),
  },
});

const programmes = ksz.unit('programma-project-en-klantenbeheer', {
  ...SILENT_UNIT,
  notice: NOTICE,
  kind: 'DEPARTMENT',
  name: dutch(
    'Programma-, Project- en Klantenbeheer',
    'Gestion des programmes, des projets et des clients',
    'Programme, Project and Client Management',
  ),
  abbreviation: null,
  aliases: [],
  parent: UNIT.ehealth,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  website: null,
  sources: { kind: twice(42), name: twice(42), parent: twice(42) },
});

const bosa = ksz.unit('fod-bosa', {
  ...SILENT_UNIT,
  notice: NOTICE,
  kind: 'FEDERAL_PUBLIC_SERVICE',
  name: dutch('FOD Beleid en Ondersteuning', 'SPF Stratégie et Appui', 'Federal Public Service Policy and Support'),
  abbreviation: 'BOSA',
  aliases: ['FOD BOSA'],
  parent: null,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  website: null,
  sources: {
    kind: stated(126, 295),
    name: stated(126, 295),
    abbreviation: stated(335, 415),
    aliases: stated(335, 415),
  },
});

const recruitment = ksz.unit('dg-rekrutering-en-ontwikkeling', {
  ...SILENT_UNIT,
  notice: NOTICE,
  kind: 'DIRECTORATE_GENERAL',
  name: dutch(
    'DG Rekrutering en Ontwikkeling',
    'DG Recrutement et Développement',
    'Directorate-General Recruitment and Development',
  ),
  abbreviation: 'DG R&O',
  aliases: [],
  parent: UNIT.bosa,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  website: null,
  sources: { kind: stated(126, 295), name: stated(126, 295), abbreviation: stated(126, 295), parent: stated(126, 295) },
});

export const units = [socialSecurityBank, ehealthPlatform, programmes, bosa, recruitment];
