import type { Subjects } from '../support/fact.query.ts';

const id = (rest: string): string => `gob-connectit:${rest}`;

/** Every subject the facts are about, by the alias that their paths begin with. */
export const SUBJECTS: Subjects = {
  vacancy: ['vacancy', id('vacancy:a5-ad-interim-2025')],
  post: ['position', id('position:director-general')],
  secretary: ['position', id('position:secretary-general')],
  deputySecretary: ['position', id('position:deputy-secretary-general')],
  gob: ['organisationalUnit', id('unit:gob')],
  connectIt: ['organisationalUnit', id('unit:brussels-connectit')],
  itco: ['organisationalUnit', id('unit:itco')],
  sspIt: ['organisationalUnit', id('unit:sspit')],
  easy: ['organisationalUnit', id('unit:easy-brussels')],
  sap: ['organisationalUnit', id('unit:sap-competence-center')],
  memory: ['organisationalUnit', id('unit:connectmemory')],
  council: ['body', id('body:directors-council')],
  ministers: ['body', id('body:supervising-ministers')],
  government: ['body', id('body:government')],
  region: ['body', id('body:brussels-capital-region')],
  committee: ['body', id('body:selection-committee')],
  services: ['body', id('body:own-services')],
  staff: ['body', id('body:direct-staff')],
  higher: ['body', id('body:higher-authorities')],
  inhabitants: ['body', id('body:inhabitants')],
  citizens: ['body', id('body:citizens')],
  interestGroups: ['body', id('body:interest-group-representatives')],
  keyPartners: ['body', id('body:external-key-partners')],
};
