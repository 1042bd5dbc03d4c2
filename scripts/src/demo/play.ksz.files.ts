import { CANDIDATES } from './play.ksz.cast.ts';
import type { Candidate } from './round.ts';

const { robin, noor, sam, kim, alex, charlie, lou, dominique, mika } = CANDIDATES;

interface Diploma {
  readonly title: string;
  readonly institution: string;
  readonly language: string;
  readonly awardedOn: string;
}

const diploma = ({ title, institution, language, awardedOn }: Diploma) => ({
  ...{ title, institution, language, awardedOn },
  ...{ cycle: 2, education: 'UNIVERSITY', country: 'BE' },
});
const dutch = (title: string, awardedOn: string) =>
  diploma({ title, institution: 'Universiteit Voorbeeldstad', language: 'nl', awardedOn });

/** Each with its copy. Kim has a diploma as well, and uploads nothing that proves it. */
export const DIPLOMAS: ReadonlyMap<Candidate, ReturnType<typeof diploma>> = new Map([
  [robin, dutch('Master in de rechten', '2006-07-03')],
  [noor, dutch('Master in de informatica', '2008-07-02')],
  [
    sam,
    diploma({
      title: 'Master en santé publique',
      institution: 'Université de l’Exemple',
      language: 'fr',
      awardedOn: '2004-09-10',
    }),
  ],
  [alex, dutch('Master in de bestuurskunde', '2005-07-04')],
  [charlie, dutch('Licentiaat in de economie', '2002-07-05')],
  [lou, dutch('Master in de sociologie', '2009-07-01')],
  [dominique, dutch('Licentiaat in de toegepaste economie', '2001-07-06')],
  [mika, dutch('Master in de geschiedenis', '2010-07-05')],
]);

const section = (begin: string, end?: string) => ({
  ...{ employer: 'Voorbeelddienst', description: 'Leiding van een dienst van veertig medewerkers.', language: 'NL' },
  ...{ functionTitle: 'Directeur', begin, ...(end !== undefined && { end }) },
});
const managing = (begin: string, end?: string) => ({
  ...section(begin, end),
  ...{ kind: 'MANAGERIAL', setting: 'PUBLIC_SERVICE', what: 'years of management in a public service' },
});
const useful = (begin: string, domain: string, what: string) => ({
  ...section(begin),
  ...{ kind: 'USEFUL', domain, what: `years of useful experience in ${what}` },
});

/** The first specific section of each. */
export const SECTIONS: ReadonlyMap<Candidate, ReturnType<typeof managing | typeof useful>> = new Map<
  Candidate,
  ReturnType<typeof managing | typeof useful>
>([
  [robin, managing('2020-01-01')],
  [noor, useful('2012-01-01', 'ICT_ARCHITECTURE', 'ICT architecture')],
  [sam, managing('2015-06-01')],
  [kim, useful('2010-03-01', 'HEALTH', 'health')],
  [alex, managing('2014-01-01')],
  [charlie, managing('2011-09-01')],
  [lou, useful('2013-01-01', 'SOCIAL_SECURITY', 'social security')],
  [dominique, managing('2016-02-01')],
  [mika, managing('2012-01-01')],
]);

const { what: _, ...earlier } = managing('2013-01-01', '2019-12-31');
/** What is still needed to reach the years. */
export const MORE_OF_ROBIN = earlier;
