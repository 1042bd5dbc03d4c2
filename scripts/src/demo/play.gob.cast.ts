import type { Player } from './stage.ts';

export const GOB = 'gob-connectit';
export const GOB_VACANCY = 'gob-connectit:vacancy:a5-ad-interim-2025';
export const GOB_POSITION = 'gob-connectit:position:director-general';

/** Somebody invented who applies. */
export interface Candidate extends Player {
  readonly givenNames: string;
  readonly familyName: string;
}

const candidate = (givenNames: string, familyName: string): Candidate => ({
  ...{ name: `${givenNames} ${familyName}`, role: 'candidate', subject: `gob-play-${givenNames.toLowerCase()}` },
  ...{ givenNames, familyName },
});

/** The candidates, in the order in which they apply; all of them are staff of the institution. */
export const CANDIDATES = {
  alix: candidate('Alix', 'Voorbeeld'),
  bodil: candidate('Bodil', 'Exemple'),
  camille: candidate('Camille', 'Fictief'),
  dana: candidate('Dana', 'Invention'),
  elis: candidate('Elis', 'Verzonnen'),
  fadil: candidate('Fadil', 'Modèle'),
  gwen: candidate('Gwen', 'Denkbeeld'),
} as const satisfies Record<string, Candidate>;

export const RECRUITER: Player = {
  ...{ name: 'recruiter', role: 'recruiter', subject: 'gob-play-recruiter', institution: GOB },
};
export const GOVERNMENT: Player = {
  ...{ name: 'Government', role: 'authority', subject: 'gob-play-government', institution: GOB },
};
export const PUBLIC: Player = { name: 'public', role: 'public' };

/** Somebody invented who sits on the committee. */
export interface Sitting {
  readonly name: string;
  readonly subject: string;
  /** As it stands in the file; left out where it is not known. */
  readonly languageRole?: 'NL' | 'FR';
  readonly expertise: string;
}

const sitting = (name: string, expertise: string, languageRole?: 'NL' | 'FR'): Sitting => ({
  ...{ name, subject: `gob-play-${name.toLowerCase()}`, expertise },
  ...(languageRole !== undefined && { languageRole }),
});

/** The committee; the first one chairs. */
export const COMMITTEE = [
  sitting('Hanne', 'Public management', 'NL'),
  sitting('Ilias', 'IT architecture', 'FR'),
  sitting('Jo', 'Selection of managers', 'NL'),
  sitting('Kim', 'Regional institutions', 'FR'),
  sitting('Lou', 'IT projects and programmes', 'NL'),
] as const;
