import type { Problem } from '@mandate-graph/domain';
import { GraphQLError } from 'graphql';

/** How much of something one request, or one caller, may have. */
export interface Limit {
  readonly bound: number;
  /** What is counted. */
  readonly unit: string;
  /** What it is of, in a sentence. */
  readonly description: string;
}

const limit = (bound: number, unit: string, description: string): Limit => ({ bound, unit, description });

/** How the cost of an operation is worked out, before it is run: see docs/limits.md. */
export const COST = {
  /** For each request, whatever becomes of it. */
  requestPoints: 1,
  /** Fields and values of a text that is new to the process, for one point more. */
  partsPerPoint: 10,
  /** Objects that the answer may hold, for one point. */
  objectsPerPoint: 100,
  /** Entries of a page for which the operation gives no number. */
  pageSize: 20,
  /** Entries of any other list. */
  listSize: 5,
  /** For each mutation, beside what it answers. */
  mutationPoints: 10,
  /** For a document that is sent or fetched, whatever becomes of it. */
  documentPoints: 20,
} as const;

/** Seconds in which a budget is spent; then it begins anew. */
export const BUDGET_WINDOW = 60;

/**
 * All limits of a request, by the name that refusals give them. `Query.limits` and docs/limits.md list them.
 * Those of a document hold with each fragment counted at every place where it is spread.
 */
export const LIMITS = {
  bodyBytes: limit(1024 * 1024, 'bytes', 'The body of a request, decompressed.'),
  tokens: limit(5_000, 'tokens', 'Names, numbers, texts and punctuation marks of a document.'),
  lines: limit(5_000, 'lines', 'Lines of a document.'),
  operations: limit(10, 'operations', 'Operations in a document, of which one is run.'),
  fragments: limit(100, 'fragments', 'Fragments that a document defines.'),
  spreads: limit(200, 'spreads', 'Places where fragments are spread, named or inline.'),
  depth: limit(12, 'levels', 'Fields within fields.'),
  fields: limit(1_200, 'fields', 'Fields selected.'),
  rootFields: limit(20, 'fields', 'Fields selected at the root.'),
  aliases: limit(60, 'aliases', 'Fields that are given another name.'),
  sameName: limit(10, 'fields', 'Fields, or spreads, of the same name in one selection.'),
  directives: limit(300, 'uses', 'Directives, such as @include, each counted for every field that it decides about.'),
  arguments: limit(20, 'arguments', 'Arguments of one field, or of one directive.'),
  values: limit(1_000, 'values', 'Values of arguments, and all within them: fields of objects and entries of lists.'),
  definedVariables: limit(100, 'variables', 'Variables that the operations of a document define.'),
  plans: limit(10, 'ways', 'Ways of reaching one field, where several subgraphs have it. Less nesting makes fewer.'),
  variables: limit(50, 'variables', 'Variables sent with an operation.'),
  variableBytes: limit(512 * 1024, 'bytes', 'All variables together, as JSON.'),
  nesting: limit(16, 'levels', 'Lists and objects within one another in a value.'),
  listEntries: limit(500, 'entries', 'Entries of one list in a value.'),
  textLength: limit(50_000, 'characters', 'One text in a value.'),
  pageSize: limit(100, 'entries', 'Entries of one page of a list.'),
  subjects: limit(10_000, 'subjects', 'Subjects of one institution that a request reaches.'),
  evidence: limit(5_000, 'pieces', 'Pieces of evidence that a request has judged, over all its vacancies.'),
  documentBytes: limit(8 * 1024 * 1024, 'bytes', 'The content of one document.'),
  points: limit(5_000, 'points', 'The cost of one operation.'),
  budgetAnonymous: limit(10_000, 'points', `Points in ${BUDGET_WINDOW} seconds for one address, not signed in.`),
  budgetSignedIn: limit(60_000, 'points', `Points in ${BUDGET_WINDOW} seconds for one signed-in caller.`),
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** A limit that does not hold; `value` is null where counting stopped at the bound. */
export interface Excess {
  readonly name: LimitName;
  readonly value: number | null;
}

/** `depth must be at most 16 levels, but is 37.` */
export function limitProblem({ name, value }: Excess): Problem {
  const { bound, unit } = LIMITS[name];
  const rule = `${name} must be at most ${bound} ${unit}, but is ${value ?? 'more'}.`;
  return { path: name, code: 'LIMIT_EXCEEDED', value: value === null ? null : String(value), rule };
}

/** What errors of exceeded limits have in common, however they are sent. */
export function limitRefusal(excesses: readonly Excess[]) {
  const problems = excesses.map(limitProblem);
  const message = `The request goes beyond what is allowed: ${problems.map(({ rule }) => rule).join(' ')}`;
  return { message, extensions: { code: 'LIMIT_EXCEEDED', problems } };
}

/** One error for all limits that do not hold. */
export function limitExceeded(excesses: readonly Excess[]): GraphQLError {
  const { message, extensions } = limitRefusal(excesses);
  return new GraphQLError(message, { extensions });
}
