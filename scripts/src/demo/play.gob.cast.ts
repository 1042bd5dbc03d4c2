import type { Candidate, Sitting as OnCommittee } from './round.ts';
import type { Player } from './stage.ts';

export const GOB = 'gob-connectit';
export const GOB_VACANCY = 'gob-connectit:vacancy:a5-ad-interim-2025';
export const GOB_POSITION = 'gob-connectit:position:director-general';

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
export interface Sitting extends OnCommittee {
  /** As it stands in the file. */
  readonly languageRole: 'NL' | 'FR';
  readonly expertise: string;
}

const sitting = (name: string, languageRole: 'NL' | 'FR', expertise: string): Sitting => ({
  ...{ name, subject: `gob-play-${name.toLowerCase()}`, languageRole, expertise },
});

/** The committee; the first one chairs. */
export const COMMITTEE = [
  sitting('Hanne', 'NL', 'Public management'),
  sitting('Ilias', 'FR', 'IT architecture'),
  sitting('Jo', 'NL', 'Selection of managers'),
  sitting('Kim', 'FR', 'Regional institutions'),
  sitting('Lou', 'NL', 'IT projects and programmes'),
] as const;
