import type { Notice } from '@mandate-graph/domain';
import { contentFor } from '@mandate-graph/institution';

export const gob = contentFor('gob-connectit');

/** The one notice all facts of this institution are taken from; line numbers in `sources` are lines of its file. */
export const notice: Notice = { code: 'a5-ad-interim', file: '000_1031799de981c475.txt' };

export const unitId = {
  gob: gob.id('unit', 'gob'),
  brusselsConnectIt: gob.id('unit', 'brussels-connectit'),
  itco: gob.id('unit', 'itco'),
  sspIt: gob.id('unit', 'sspit'),
  easyBrussels: gob.id('unit', 'easy-brussels'),
  sapCompetenceCenter: gob.id('unit', 'sap-competence-center'),
  connectMemory: gob.id('unit', 'connectmemory'),
} as const;

export const positionId = {
  directorGeneral: gob.id('position', 'director-general'),
  secretaryGeneral: gob.id('position', 'secretary-general'),
  deputySecretaryGeneral: gob.id('position', 'deputy-secretary-general'),
} as const;

export const bodyId = {
  directorsCouncil: gob.id('body', 'directors-council'),
  government: gob.id('body', 'government'),
  region: gob.id('body', 'brussels-capital-region'),
  ministers: gob.id('body', 'supervising-ministers'),
  selectionCommittee: gob.id('body', 'selection-committee'),
  ownServices: gob.id('body', 'own-services'),
  directStaff: gob.id('body', 'direct-staff'),
  higherAuthorities: gob.id('body', 'higher-authorities'),
  competentAdministrations: gob.id('body', 'competent-administrations'),
  otherAdministrations: gob.id('body', 'other-administrations'),
  regionalPartners: gob.id('body', 'regional-partners'),
  keyPartners: gob.id('body', 'external-key-partners'),
  interestGroups: gob.id('body', 'interest-group-representatives'),
  publicEvents: gob.id('body', 'public-events'),
  citizens: gob.id('body', 'citizens'),
  inhabitants: gob.id('body', 'inhabitants'),
  otherPublicServices: gob.id('body', 'other-public-services'),
} as const;

export const vacancyId = gob.id('vacancy', 'a5-ad-interim-2025');
