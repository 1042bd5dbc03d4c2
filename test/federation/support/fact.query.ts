import { documentExcesses } from '@mandate-graph/gateway';
import { parse } from 'graphql';
import type { Answer, Graph } from '../../support/graph.ts';
import { BODY_FACTS, LINE_FACTS, POSITION_FACTS, SOURCE, UNIT_FACTS, VACANCY_FACTS } from './fact.fragments.ts';
import type { Fact } from './fact.table.ts';

/** The root field a subject is read by, and its id. */
export type Subject = readonly [field: 'vacancy' | 'organisationalUnit' | 'position' | 'body', id: string];
export type Subjects = Readonly<Record<string, Subject>>;

const FRAGMENTS: Record<Subject[0], string> = {
  vacancy: 'VacancyFacts',
  organisationalUnit: 'UnitFacts',
  position: 'PositionFacts',
  body: 'BodyFacts',
};

/**
 * Asks everything the table is about: each subject by its alias, with the sources of its paths. It takes as few requests
 * as the limits of a document allow, which are no reason to ask for less.
 */
export async function askFacts(graph: Graph, subjects: Subjects, facts: readonly Fact[]): Promise<Answer> {
  const answers = await Promise.all(
    inRequests(subjects).map((some) => {
      const paths = Object.keys(some).map((alias) => [alias, sourcePathsOf(alias, facts)] as const);
      return graph.ask(documentFor(some), Object.fromEntries(paths));
    }),
  );
  const errors = answers.flatMap((answer) => answer.errors ?? []);
  return {
    data: Object.assign({}, ...answers.map(({ data }) => data)),
    ...(errors.length > 0 && { errors }),
  };
}

/** Subjects in groups, each as large as one request may be. */
function inRequests(subjects: Subjects): Subjects[] {
  const groups: Subjects[] = [];
  for (const [alias, subject] of Object.entries(subjects)) {
    const larger = { ...groups.at(-1), [alias]: subject };
    if (groups.length > 0 && documentExcesses(parse(documentFor(larger))).length === 0) {
      groups[groups.length - 1] = larger;
    } else groups.push({ [alias]: subject });
  }
  return groups;
}

function documentFor(subjects: Subjects): string {
  const roots = Object.entries(subjects).map(
    ([alias, [field, id]]) =>
      `${alias}: ${field}(id: "${id}") { ...${FRAGMENTS[field]} provenance(paths: $${alias}) { ...Source } }`,
  );
  const declared = Object.keys(subjects).map((alias) => `$${alias}: [String!]`);
  const used = new Set(Object.values(subjects).map(([field]) => field));
  return [
    `query Facts(${declared.join(', ')}) { ${roots.join('\n')} }`,
    SOURCE,
    LINE_FACTS,
    used.has('vacancy') ? VACANCY_FACTS : '',
    used.has('organisationalUnit') ? UNIT_FACTS : '',
    used.has('position') ? POSITION_FACTS : '',
    used.has('body') ? BODY_FACTS : '',
  ].join('\n');
}

/** The value at a path of the answer; undefined where there is no such field, which no fact ever expects. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce<unknown>((value, key) => {
    if (key === '' || value === null) return value;
    return (value as Record<string, unknown> | undefined)?.[key];
  }, data);
}

/** The source the answer gives for a fact; undefined when it gives none. */
export function sourceOf(data: Record<string, { provenance: SourceAnswer[] }>, fact: Fact): SourceAnswer | undefined {
  const { alias, path } = sourcePathOf(fact);
  return data[alias]?.provenance.find((one) => one.path === path);
}

export interface SourceAnswer {
  readonly path: string;
  readonly status: string;
  readonly copies: readonly { readonly first: number; readonly last: number }[];
  readonly rule: string | null;
  readonly inputs: readonly string[];
  readonly notice: string | null;
}

function sourcePathOf([, path, , , sourcePath]: Fact): { alias: string; path: string } {
  const dot = path.indexOf('.');
  // The words of a text are asked for in one language; what the notice says is the text, whatever the language.
  const field = path.slice(dot + 1).replace(/\.(nl|fr|en)$/, '');
  return { alias: path.slice(0, dot), path: sourcePath ?? field };
}

function sourcePathsOf(alias: string, facts: readonly Fact[]): string[] {
  const sourced = facts.filter(([, , , source]) => source !== undefined);
  const paths = sourced.map(sourcePathOf).filter((one) => one.alias === alias);
  return [...new Set(paths.map((one) => one.path))];
}
