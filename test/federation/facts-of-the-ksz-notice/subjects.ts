import type { Subjects } from '../support/fact.query.ts';

const id = (rest: string): string => `ksz-ehealth:${rest}`;

/** Every subject the facts are about, by the alias that their paths begin with. */
export const SUBJECTS: Subjects = {
  vacancy: ['vacancy', id('vacancy:adjunct-administrateur-generaal-2025')],
  deputy: ['position', id('position:adjunct-administrateur-generaal')],
  administrator: ['position', id('position:administrateur-generaal')],
  ksz: ['organisationalUnit', id('unit:ksz')],
  ehealth: ['organisationalUnit', id('unit:ehealth-platform')],
  department: ['organisationalUnit', id('unit:programma-project-en-klantenbeheer')],
  recruitment: ['organisationalUnit', id('unit:dg-rekrutering-en-ontwikkeling')],
  bosa: ['organisationalUnit', id('unit:fod-bosa')],
  kszBoard: ['body', id('body:beheerscomite-ksz')],
  ehealthBoard: ['body', id('body:beheerscomite-ehealth-platform')],
  coordination: ['body', id('body:algemeen-coordinatiecomite')],
  users: ['body', id('body:overlegcomite-gebruikers-ehealth-platform')],
  government: ['body', id('body:federale-regering')],
  socialAffairs: ['body', id('body:minister-sociale-zaken')],
  budget: ['body', id('body:minister-begroting')],
  civilService: ['body', id('body:minister-ambtenarenzaken')],
  college: ['body', id('body:college-openbare-instellingen-sociale-zekerheid')],
  audit: ['body', id('body:rekenhof')],
  authority: ['body', id('body:bevoegde-instantie')],
  committee: ['body', id('body:selectiecommissie')],
};
