import type { LocalizedText, Problem, Source, Sourced } from '@mandate-graph/domain';

/** Values that no notice prints because the graph computes them: path, rule, and what the rule starts from. */
export interface DerivedPath {
  readonly path: string;
  readonly rule: string;
  readonly inputs: readonly string[];
}

export interface Found {
  readonly path: string;
  readonly source: Source;
}

const NOT_STATED: Source = { status: 'NOT_STATED', copies: [], remark: null };
const PATH = /^[A-Za-z][A-Za-z0-9]*(?:\[\d{1,4}\])?(?:\.[A-Za-z][A-Za-z0-9]*(?:\[\d{1,4}\])?)*$/;
/** What the state holds beside what the graph shows of it. */
const HIDDEN = new Set(['notice', 'sources', 'publication']);
/** What the graph itself says of every subject, and of vacancies: no notice does. */
const OF_THE_GRAPH = new Set(['id', 'institution', 'validity', 'historical']);

/** The source of each value asked for, or every problem with the paths. Without paths: all that is recorded. */
export function findSources(
  state: Sourced,
  derivedPaths: readonly DerivedPath[],
  paths: readonly string[] | null,
): Found[] | Problem[] {
  if (paths === null) return everything(state, derivedPaths);
  const problems: Problem[] = [];
  const found: Found[] = [];
  for (const path of paths) {
    const source = sourceOf(state, derivedPaths, path);
    if (source === null) problems.push(unknownPath(path));
    else found.push({ path, source });
  }
  return problems.length > 0 ? problems : found;
}

function everything(state: Sourced, derivedPaths: readonly DerivedPath[]): Found[] {
  const recorded = Object.entries(state.sources).map(([path, source]) => ({ path, source }));
  return [...recorded, ...derivedPaths.map((derived) => ({ path: derived.path, source: derivedSource(derived) }))];
}

function sourceOf(state: Sourced, derivedPaths: readonly DerivedPath[], path: string): Source | null {
  if (!PATH.test(path)) return null;
  const computed = derivedPaths.find((derived) => derived.path === path);
  if (computed !== undefined) return derivedSource(computed);
  const keys = segments(path);
  const first = String(keys[0]);
  if (OF_THE_GRAPH.has(first)) return derivedSource({ path, rule: 'KEPT_BY_THE_GRAPH', inputs: [] });
  if (HIDDEN.has(first)) return null;
  const value = valueAt(state, keys);
  if (value === undefined) return null;
  const own = state.sources[path];
  if (own !== undefined) return own;
  // What the notice does not state is null, so a null (or empty) value without an entry of its own says just that.
  if (value === null || (Array.isArray(value) && value.length === 0)) return NOT_STATED;
  const source = nearest(state, path) ?? NOT_STATED;
  // What the institution entered, it entered in every language.
  return source.status === 'RECORDED' ? source : (wordsOfOurs(state, keys, source.copies) ?? source);
}

/** A text stands for what lines say; its words are the notice's in the original only, and where it has none, ours. */
function wordsOfOurs(state: Sourced, keys: readonly (string | number)[], copies: Source['copies']): Source | null {
  for (let length = 1; length <= keys.length; length += 1) {
    const text = valueAt(state, keys.slice(0, length));
    if (!isText(text)) continue;
    const language = keys[length];
    if (language === undefined || language === 'original' || language === text.original) return null;
    if (text.original === null) return { status: 'DERIVED', rule: 'EDITORIAL', inputs: [], copies };
    return { status: 'DERIVED', rule: 'UNOFFICIAL_TRANSLATION', inputs: [text.original], copies };
  }
  return null;
}

const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && 'original' in value && 'nl' in value;

/** The entry of the nearest ancestor path: `a.b[2].c` falls back on `a.b[2]`, `a.b`, `a`, and the root. */
function nearest(state: Sourced, path: string): Source | undefined {
  for (let at = path; at !== ''; ) {
    at = at.endsWith(']') ? at.slice(0, at.lastIndexOf('[')) : at.slice(0, Math.max(at.lastIndexOf('.'), 0));
    const source = state.sources[at];
    if (source !== undefined) return source;
  }
  return undefined;
}

const segments = (path: string): (string | number)[] =>
  path.split(/[.[]/).map((part) => (part.endsWith(']') ? Number(part.slice(0, -1)) : part));

/** Undefined when there is no such path; null when the value, or one above it, is null. */
function valueAt(state: object, keys: readonly (string | number)[]): unknown {
  let value: unknown = state;
  for (const key of keys) {
    if (value === null) return null;
    // A list has places, an object has names: nothing else of either is a path.
    if (typeof value !== 'object' || Array.isArray(value) !== (typeof key === 'number')) return undefined;
    if (!Object.hasOwn(value as object, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

const derivedSource = ({ rule, inputs }: DerivedPath): Source => ({ status: 'DERIVED', rule, inputs, copies: [] });

const unknownPath = (path: string): Problem => ({
  path: 'paths',
  code: 'UNKNOWN_PATH',
  value: path.slice(0, 200),
  rule: `paths must hold field paths that exist here, such as title or aims[0].summary, but got: ${path.slice(0, 200)}.`,
});
