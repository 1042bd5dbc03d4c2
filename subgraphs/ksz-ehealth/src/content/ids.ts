import { type LineRange, type Notice, type Source, stated } from '@mandate-graph/domain';
import { contentFor } from '@mandate-graph/institution';

export const ksz = contentFor('ksz-ehealth');

export const NOTICE: Notice = {
  code: 'adjunct-administrateur-generaal',
  file: '002_f72950f6223b8c9d.txt',
};

export const UNIT = {
  ksz: ksz.id('unit', 'ksz'),
  ehealth: ksz.id('unit', 'ehealth-platform'),
  programmes: ksz.id('unit', 'programma-project-en-klantenbeheer'),
  bosa: ksz.id('unit', 'fod-bosa'),
  recruitment: ksz.id('unit', 'dg-rekrutering-en-ontwikkeling'),
} as const;

export const POSITION = {
  administrator: ksz.id('position', 'administrateur-generaal'),
  deputy: ksz.id('position', 'adjunct-administrateur-generaal'),
} as const;

export const BODY = {
  boardKsz: ksz.id('body', 'beheerscomite-ksz'),
  boardEhealth: ksz.id('body', 'beheerscomite-ehealth-platform'),
  coordinationCommittee: ksz.id('body', 'algemeen-coordinatiecomite'),
  userCommittee: ksz.id('body', 'overlegcomite-gebruikers-ehealth-platform'),
  government: ksz.id('body', 'federale-regering'),
  socialAffairs: ksz.id('body', 'minister-sociale-zaken'),
  budget: ksz.id('body', 'minister-begroting'),
  civilService: ksz.id('body', 'minister-ambtenarenzaken'),
  college: ksz.id('body', 'college-openbare-instellingen-sociale-zekerheid'),
  courtOfAudit: ksz.id('body', 'rekenhof'),
  competentAuthority: ksz.id('body', 'bevoegde-instantie'),
  selectionCommittee: ksz.id('body', 'selectiecommissie'),
  network: ksz.id('body', 'netwerk-sociale-zekerheid-en-gezondheidszorg'),
  leadingOfficials: ksz.id('body', 'leidende-ambtenaren'),
  socialPartners: ksz.id('body', 'sociale-partners'),
  careActors: ksz.id('body', 'actoren-gezondheidszorg'),
  coordinationInstances: ksz.id('body', 'coordinatie-instanties'),
  planInstances: ksz.id('body', 'bevoegde-instanties-actieplan'),
  communitiesAndRegions: ksz.id('body', 'instellingen-gemeenschappen-en-gewesten'),
  international: ksz.id('body', 'internationale-overheidsinstellingen'),
  privateInstances: ksz.id('body', 'prive-instanties'),
  sectorActors: ksz.id('body', 'andere-sectoractoren'),
  stakeholders: ksz.id('body', 'stakeholders-actieplan'),
  workingGroups: ksz.id('body', 'werkgroepen'),
} as const;

/** Keys of the announced steps, which competences refer to. */
export const STEP = {
  screening: 'preselection',
  assessment: 'computer-assessment',
  oral: 'oral-test',
  result: 'result',
  interview: 'additional-interview',
} as const;

/** The page prints its lines 13 to 124 a second time, this many lines further on. */
const COPY_OFFSET = 123;

/** Both places of a range that the page prints twice. */
export const copies = (first: number, last = first): readonly [LineRange, LineRange] => [
  [first, last],
  [first + COPY_OFFSET, last + COPY_OFFSET],
];

/** A value stated in a range that the page prints twice. */
export const twice = (first: number, last = first): Source => stated(...copies(first, last));
