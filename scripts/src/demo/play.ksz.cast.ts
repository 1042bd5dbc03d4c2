import type { Candidate, Sitting as OnCommittee } from './round.ts';
import type { Player } from './stage.ts';

export const KSZ = 'ksz-ehealth';
export const KSZ_VACANCY = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';
export const KSZ_POSITION = 'ksz-ehealth:position:adjunct-administrateur-generaal';

const candidate = (givenNames: string, familyName: string): Candidate => ({
  ...{ name: `${givenNames} ${familyName}`, role: 'candidate', subject: `ksz-play-${givenNames.toLowerCase()}` },
  ...{ givenNames, familyName },
});

/** The candidates, in the order in which they apply. */
export const CANDIDATES = {
  robin: candidate('Robin', 'Voorbeeld'),
  noor: candidate('Noor', 'Fictief'),
  sam: candidate('Sam', 'Exemple'),
  kim: candidate('Kim', 'Denkbeeld'),
  alex: candidate('Alex', 'Verzonnen'),
  charlie: candidate('Charlie', 'Modèle'),
  lou: candidate('Lou', 'Fantasie'),
  dominique: candidate('Dominique', 'Invention'),
  mika: candidate('Mika', 'Ontwerp'),
} as const satisfies Record<string, Candidate>;

export const RECRUITER: Player = {
  ...{ name: 'recruiter', role: 'recruiter', subject: 'ksz-play-recruiter', institution: KSZ },
};
export const AUTHORITY: Player = {
  ...{ name: 'authority', role: 'authority', subject: 'ksz-play-authority', institution: KSZ },
};
export const PUBLIC: Player = { name: 'public', role: 'public' };

/** Somebody invented who sits on the committee. */
export interface Sitting extends OnCommittee {
  readonly languageRole: 'NL' | 'FR';
  readonly expertise: string;
  /** Global id of the post that the member holds; left out where none is known. */
  readonly position?: string;
}

const sitting = (name: string, languageRole: 'NL' | 'FR', expertise: string, position?: string): Sitting => ({
  ...{ name, subject: `ksz-play-${name.toLowerCase()}`, languageRole, expertise },
  ...(position !== undefined && { position }),
});

/** Who was on the committee from the beginning; the first one chairs. */
export const FIRST_SEVEN = [
  sitting('Anouk', 'NL', 'Selection of managers'),
  sitting('Bilal', 'FR', 'Social security'),
  sitting('Céline', 'FR', 'Health care'),
  sitting('Dirk', 'NL', 'ICT architecture'),
  sitting('Elke', 'NL', 'eGovernment'),
  sitting('Farid', 'FR', 'Programmes and projects'),
  sitting('Greet', 'NL', 'Public management', 'gob-connectit:position:secretary-general'),
] as const;
/** Who came later: two to complete it, one in the place of somebody else. */
export const COMPLETING = [sitting('Hugo', 'FR', 'Information security'), sitting('Imke', 'NL', 'Strategy')] as const;
export const REPLACING = sitting('Jules', 'FR', 'Public management');

/** A post whose holder reports to one that a member of the committee holds. */
export const POST_OF_SAM = 'gob-connectit:position:director-general';
