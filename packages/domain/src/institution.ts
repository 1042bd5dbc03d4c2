import type { LocalizedText } from './language.ts';

/** Ways in which an application comes about: of steps, and of who does them. */
export const APPLICATION_WORKFLOWS = ['SUBMIT_AND_VALIDATE'] as const;
export type ApplicationWorkflow = (typeof APPLICATION_WORKFLOWS)[number];

/** Whoever runs an institution subgraph: one row of the registry, from `subgraphs/<code>/institution.json`. */
export interface InstitutionEntry {
  /** Code in ids, tokens and roles, and the name of its subgraph: lower-case words with hyphens. */
  readonly code: string;
  /** Prefix of its GraphQL types: `Abc` gives `AbcVacancy`. */
  readonly typePrefix: string;
  readonly name: LocalizedText;
  readonly website: string | null;
  /** Default loopback port of its subgraph. */
  readonly port: number;
  /** What its notices say of how to apply; null: they are silent, and the platform's default applies. */
  readonly applicationWorkflow: ApplicationWorkflow | null;
  /** Code of the legal regime that its selections are held under; null: it names none. */
  readonly legalRegime: string | null;
}

export const TYPED_KINDS = { vacancy: 'Vacancy', unit: 'Unit', position: 'Position', body: 'Body' } as const;
export type TypedKind = keyof typeof TYPED_KINDS;

/** The GraphQL type that implements a kind for an institution: `AbcVacancy`. */
export const typeNameOf = (entry: Pick<InstitutionEntry, 'typePrefix'>, kind: TypedKind): string =>
  `${entry.typePrefix}${TYPED_KINDS[kind]}`;

/** The name of a root field of an institution: `abcPublishVacancy`. */
export const rootFieldOf = (entry: Pick<InstitutionEntry, 'typePrefix'>, name: string): string =>
  `${entry.typePrefix.charAt(0).toLowerCase()}${entry.typePrefix.slice(1)}${name}`;
