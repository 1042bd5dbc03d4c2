import { createHash } from 'node:crypto';
import { HttpRefusal } from '@mandate-graph/runtime';
import { JsonProblem, parseJson } from './json.ts';

/** What a request asks for, with each part of its right type. */
export interface Parameters {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The hash by which a persisted operation is called or registered. */
  readonly hash?: string;
}

/** Longer ones belong into a POST, and are cut by some proxies. */
const MAX_URL = 8 * 1024;
const MAX_SHOWN = 100;
const HASH = /^[0-9a-f]{64}$/;

/** The parameters in the body of a POST. */
export function parametersOf(body: unknown): Parameters {
  if (Array.isArray(body)) throw malformed('The body must be one request, not a list of them.');
  if (!isObject(body)) throw malformed(`The body must be a JSON object, but got: ${kindOf(body)}.`);
  return check(body);
}

/** The parameters in the URL of a GET. */
export function parametersIn(url: string): Parameters {
  if (url.length > MAX_URL) {
    throw new HttpRefusal(414, `The URL must have at most ${MAX_URL} characters, but has ${url.length}: use POST.`);
  }
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start + 1);
  try {
    decodeURIComponent(search);
  } catch {
    throw malformed('The URL is not UTF-8 in percent-encoding.');
  }
  const found: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(found, name)) throw malformed(`The URL has the parameter ${shown(name)} twice.`);
    found[name] = name === 'variables' || name === 'extensions' ? parameterAsJson(name, value) : value;
  }
  return check(found);
}

function parameterAsJson(name: string, value: string): unknown {
  try {
    return parseJson(value);
  } catch (error) {
    if (error instanceof JsonProblem) throw malformed(`The parameter ${name} ${error.message}.`);
    throw error;
  }
}

function check(given: Readonly<Record<string, unknown>>): Parameters {
  const text = (name: string): string | undefined => {
    const value = given[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    throw malformed(`The parameter ${name} must be a text, but got: ${kindOf(value)}.`);
  };
  const map = (name: string): Record<string, unknown> | undefined => {
    const value = given[name] ?? undefined;
    if (value === undefined || isObject(value)) return value;
    throw malformed(`The parameter ${name} must be a map, but got: ${kindOf(value)}.`);
  };
  const [query, operationName, variables, extensions] = [
    text('query'),
    text('operationName'),
    map('variables'),
    map('extensions'),
  ];
  const hash = hashIn(extensions, query);
  if (!query && hash === undefined) {
    throw malformed('The request must have a query, or the hash of a persisted operation in its extensions.');
  }
  return {
    ...(query !== undefined && { query }),
    ...(operationName !== undefined && { operationName }),
    ...(variables !== undefined && { variables }),
    ...(extensions !== undefined && { extensions }),
    ...(hash !== undefined && { hash }),
  };
}

/** `extensions.persistedQuery`, as clients that keep operations by their hash send it. */
function hashIn(extensions: Record<string, unknown> | undefined, query: string | undefined): string | undefined {
  const persisted = extensions?.['persistedQuery'] ?? undefined;
  if (persisted === undefined) return undefined;
  if (!isObject(persisted) || persisted['version'] !== 1) {
    throw malformed('extensions.persistedQuery must be a map with version 1 and a sha256Hash.');
  }
  const hash = persisted['sha256Hash'];
  if (typeof hash !== 'string' || !HASH.test(hash)) {
    throw malformed('extensions.persistedQuery.sha256Hash must have 64 digits of 0 to 9 and a to f.');
  }
  if (query !== undefined && hashOf(query) !== hash) {
    throw malformed(`extensions.persistedQuery.sha256Hash must be the hash of the query, but got: ${hash}.`);
  }
  return hash;
}

/** The hash by which an operation is persisted: of its text, to the letter. */
export const hashOf = (operation: string): string => createHash('sha256').update(operation).digest('hex');

const malformed = (message: string): HttpRefusal => new HttpRefusal(400, message);

const shown = (name: string): string => JSON.stringify(name.slice(0, MAX_SHOWN));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { string: 'a text', number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'a map';
}
