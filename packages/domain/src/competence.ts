import type { LocalizedText, Passage } from './language.ts';

export const COMPETENCE_KINDS = ['TECHNICAL', 'BEHAVIOURAL'] as const;
export const COMPETENCE_SCOPES = ['GENERIC', 'SPECIFIC'] as const;
/** How a subject is mastered: toepassing, inzicht, analyse. */
export const MASTERY_TYPES = ['APPLICATION', 'INSIGHT', 'ANALYSIS'] as const;
/** ADVANCED (gevorderd) and SPECIALIST are the federal levels; the others are the adjectives of the Brussels notice. */
export const MASTERY_LEVELS = [
  'ADVANCED',
  'SPECIALIST',
  'GOOD_KNOWLEDGE',
  'GOOD_COMMAND',
  'THOROUGH_KNOWLEDGE',
] as const;

export type CompetenceKind = (typeof COMPETENCE_KINDS)[number];
export type CompetenceScope = (typeof COMPETENCE_SCOPES)[number];
export type MasteryType = (typeof MASTERY_TYPES)[number];
export type MasteryLevel = (typeof MASTERY_LEVELS)[number];

/** One competence is one node, however many steps assess it. */
export interface Competence {
  readonly key: string;
  readonly kind: CompetenceKind;
  readonly scope: CompetenceScope | null;
  /** The subject or name of the competence. */
  readonly label: LocalizedText;
  /** The notice's group heading, where it groups competences. */
  readonly group: LocalizedText | null;
  readonly masteryType: MasteryType | null;
  readonly masteryLevel: MasteryLevel | null;
  /** What mastering it means, one passage per statement of the notice. */
  readonly statements: readonly Passage[];
  /** Keys of the announced steps that assess it. */
  readonly assessedIn: readonly string[];
}
